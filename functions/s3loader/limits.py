"""Amazon S3's own limits and this API's batch sizes; sizes in bytes.

Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html
"""

KIB = 1024
MIB = 1024 * KIB
MIN_PART_SIZE = 5 * MIB
MAX_PARTS = 10_000
MAX_PUT_SIZE = 5 * 1024 * MIB
MAX_OBJECT_SIZE = 53_687_091_200_000
MAX_KEY_BYTES = 1024

MAX_FILES_PER_BATCH = 1000
MAX_PARTS_PER_BATCH = 100
