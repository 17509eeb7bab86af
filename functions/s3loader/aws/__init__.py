"""Everything that talks to AWS; the only importer of boto3 and botocore."""
