"""What the scripted S3 has seen, in order."""

from dataclasses import dataclass, field
from typing import Any

from tests.faults.operations import Call


@dataclass
class Seen:
    """One request, and what became of it."""

    call: Call
    received: int = 0
    """Bytes of the body that were read."""
    stored: int | None = None
    """What the real S3 answered; None while or because it was not asked."""
    status: int | None = None
    """What the client was answered; None while or because it was answered nothing."""
    rule: int | None = None
    """The number of the rule that applied, from 0."""

    def document(self) -> dict[str, Any]:
        """As JSON."""
        return {
            "operation": self.call.operation,
            "method": self.call.method,
            "bucket": self.call.bucket,
            "key": self.call.key,
            "part": self.call.part,
            "received": self.received,
            "stored": self.stored,
            "status": self.status,
            "rule": self.rule,
        }


@dataclass
class Record:
    """All requests since the rules were set."""

    seen: list[Seen] = field(default_factory=list)

    def begin(self, call: Call, rule: int | None) -> Seen:
        """Notes a request that has just come."""
        entry = Seen(call, rule=rule)
        self.seen.append(entry)
        return entry
