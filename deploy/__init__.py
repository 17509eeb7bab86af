"""Putting S3 Loader into AWS, and what others need to know of template.yaml."""
