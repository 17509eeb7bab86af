"""Downloads: a presigned GET for each key (R31)."""
