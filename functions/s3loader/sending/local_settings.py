"""What uploads from this machine read from the environment."""

from typing import Literal

from s3loader.upload_settings import UploadSettings


class LocalSettings(UploadSettings):
    """The API's variables of the same names, and how much is logged to stderr."""

    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "ERROR"
