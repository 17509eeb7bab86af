"""What the app says an identity may do, beside what happens when it is tried."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from tests.contract.trials import Trials

_HAPPENS = {"allowed": True, "denied": False}
# What changes objects is tried after what reads them.
_LAST = ("s3:PutObject", "s3:DeleteObject", "s3:DeleteObjectVersion")


@dataclass
class Comparison:
    """One identity's verdicts, counted, and those that are false."""

    name: str
    verdicts: Counter[str] = field(default_factory=Counter)
    false: list[str] = field(default_factory=list)

    def add(self, permissions: Sequence[dict[str, Any]], trials: Trials) -> None:
        """Try everything that the app has told about a place."""
        for permission in sorted(permissions, key=lambda found: found["action"] in _LAST):
            self.verdicts[permission["verdict"]] += 1
            if permission["verdict"] == "unknown":
                continue
            happened = trials.of(permission["action"])
            if set(happened) != {_HAPPENS[permission["verdict"]]}:
                self.false.append(_told(permission, happened))

    @property
    def row(self) -> str:
        """The counts as a line of a table."""
        counts = [self.verdicts[verdict] for verdict in ("allowed", "denied", "unknown")]
        share = counts[2] / (sum(counts) or 1)
        return f"{self.name:24}" + "".join(f"{count:9}" for count in counts) + f"{share:9.0%}"


_HEADER = f"{'identity':24}" + "".join(
    f"{title:>9}" for title in ("allowed", "denied", "unknown", "share")
)


def table(comparisons: Sequence[Comparison]) -> str:
    """All identities, and all together in the last line."""
    return "\n".join([_HEADER, *(each.row for each in [*comparisons, total(comparisons)])])


def total(comparisons: Sequence[Comparison]) -> Comparison:
    """All identities as one."""
    verdicts = Counter[str]()
    for comparison in comparisons:
        verdicts += comparison.verdicts
    return Comparison("all", verdicts)


def _told(permission: dict[str, Any], happened: list[bool]) -> str:
    return (
        f"{permission['action']} on {permission['resource']} is {permission['verdict']} "
        f"({permission['source']}: {permission['reason']}); let through: {happened}"
    )
