"""S3 Loader's API: presigned URLs, listings and accounts, never file bytes."""
