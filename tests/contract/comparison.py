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
    """One identity's verdicts, counted, and those that are false.

    `untried` are the verdicts before a person had anything tried.
    """

    name: str
    verdicts: Counter[str] = field(default_factory=Counter)
    untried: Counter[str] = field(default_factory=Counter)
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
        shares = [unknown_share(verdicts) for verdicts in (self.verdicts, self.untried)]
        columns = [*(f"{count:9}" for count in counts), *(f"{share:9.0%}" for share in shares)]
        return f"{self.name:24}" + "".join(columns)


_HEADER = f"{'identity':24}" + "".join(
    f"{title:>9}" for title in ("allowed", "denied", "unknown", "share", "untried")
)


def unknown_share(verdicts: Counter[str]) -> float:
    """How much is unknown, from 0 to 1."""
    return verdicts["unknown"] / (verdicts.total() or 1)


def table(comparisons: Sequence[Comparison]) -> str:
    """All identities, and all together in the last line."""
    return "\n".join([_HEADER, *(each.row for each in [*comparisons, total(comparisons)])])


def total(comparisons: Sequence[Comparison]) -> Comparison:
    """All identities as one."""
    verdicts, untried = Counter[str](), Counter[str]()
    for comparison in comparisons:
        verdicts += comparison.verdicts
        untried += comparison.untried
    return Comparison("all", verdicts, untried)


def _told(permission: dict[str, Any], happened: list[bool]) -> str:
    return (
        f"{permission['action']} on {permission['resource']} is {permission['verdict']} "
        f"({permission['source']}: {permission['reason']}); let through: {happened}"
    )
