"""The command `s3loader`."""
