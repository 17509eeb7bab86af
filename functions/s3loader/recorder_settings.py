"""The recorder's environment: where to count, and nothing that serves people."""

from typing import Literal

from s3loader.settings import StatisticsSettings, load


class RecorderSettings(StatisticsSettings):
    """Like the API's, but counting cannot be off."""

    statistics: Literal["firestore", "file"]


def load_recorder_settings() -> RecorderSettings:
    """Read the environment.

    Raises:
        SettingsError: naming every variable that is wrong, and never its value.
    """
    return load(RecorderSettings)
