"""How uploads shall go."""

from dataclasses import dataclass
from typing import Literal

Policy = Literal["refuse", "replace", "keep-both", "skip"]

MAX_CONCURRENCY = 32


@dataclass(frozen=True)
class Options:
    """What may be chosen.

    Attributes:
        on_conflict: where the key is taken: fail, replace, take a free name, or leave it at that
        content_type: None: what the name's ending stands for
        storage_class: as S3 calls it; None: the bucket's usual one
        concurrency: requests at a time, 1 to 32
        resume: go on with what an earlier upload of the same file left, and leave it so
        dry_run: check everything, send nothing
        expected_size: bytes of a stream, as far as known; one that is longer goes too
    """

    on_conflict: Policy = "refuse"
    content_type: str | None = None
    storage_class: str | None = None
    concurrency: int = 10
    resume: bool = False
    dry_run: bool = False
    expected_size: int = 0

    def __post_init__(self) -> None:
        """Refuse a concurrency that clients have no connections for."""
        if not 1 <= self.concurrency <= MAX_CONCURRENCY:
            raise ValueError(f"concurrency is 1 to {MAX_CONCURRENCY}")
