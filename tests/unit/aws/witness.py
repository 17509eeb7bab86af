"""A witness of S3's answers that nobody asks."""

from s3loader.permissions.observed import Observations
from s3loader.permissions.witness import Witness

WITNESS = Witness(Observations(), "lee", "demo")
