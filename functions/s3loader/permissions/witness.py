"""Noticing what S3 answers to one identity in one bucket."""

from dataclasses import dataclass

from s3loader.permissions.asked_actions import (
    LISTING_ACTIONS,
    OBJECT_ACTIONS,
    S3_ACTIONS,
    place_of,
)
from s3loader.permissions.observed import Observations, Occasion


@dataclass(frozen=True)
class Witness:
    """Remembers answers about actions that anybody asks about; `who` tells credentials apart."""

    observations: Observations
    who: str
    bucket: str

    def saw(self, action: str, prefix: str | None, *, let_through: bool) -> None:
        """Remember an answer; one about objects of a prefix that is not known shows nothing."""
        if action not in S3_ACTIONS:
            return
        if prefix is None and action in (*LISTING_ACTIONS, *OBJECT_ACTIONS):
            return
        self.observations.note(self._occasion(action, prefix), let_through)

    def saw_refused(self, action: str, key: str) -> None:
        """Remember that an action on an object was refused."""
        if action in OBJECT_ACTIONS:
            self.observations.note_refused(self._occasion(action, prefix_of(key)), key)

    def saw_key_refused(self, action: str, key_arn: str) -> None:
        """Remember that KMS refused a key: an object's, which need not be the bucket's default."""
        self.observations.note(Occasion(self.who, self.bucket, action, key_arn), let_through=False)

    def saw_both(self, action: str, prefix: str) -> None:
        """Forget about an action that S3 lets through for some keys of a prefix only."""
        self.observations.drop(self._occasion(action, prefix))

    def _occasion(self, action: str, prefix: str | None) -> Occasion:
        return Occasion(self.who, self.bucket, action, place_of(action, prefix or ""))


def prefix_of(key: str) -> str:
    """Return the prefix that an object lies directly below."""
    return key[: key.rfind("/") + 1]
