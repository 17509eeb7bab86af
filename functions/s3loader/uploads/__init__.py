"""Planning, signing, checking and aborting uploads."""
