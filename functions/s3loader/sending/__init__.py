"""Uploading local files and streams: what scripts and the command line do."""
