"""What brings S3 Loader into AWS: the template read, the build, the upload and its checks."""
