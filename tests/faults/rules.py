"""Which request meets which fault: rules in order, counted, and chance that a seed decides."""

import random
import re
from collections import Counter

from pydantic import Field

from tests.faults.faults import Document, Fault
from tests.faults.operations import Call


class Pattern(Document):
    """What a request has to be; without an operation, anything but a preflight."""

    operation: str | None = None
    method: str | None = None
    key: str | None = Field(None, description="A regular expression found in the key.")
    part: int | None = None

    def matches(self, call: Call) -> bool:
        """Tells whether a call is meant."""
        if self.operation is None and call.operation == "Preflight":
            return False
        return (
            self.operation in (None, call.operation)
            and self.method in (None, call.method)
            and self.part in (None, call.part)
            and (self.key is None or re.search(self.key, call.key) is not None)
        )


class Rule(Document):
    """A fault for the requests of a pattern: from the nth match on, so many times, by chance."""

    on: Pattern
    fault: Fault
    nth: int = Field(1, ge=1)
    times: int | None = Field(None, ge=1, description="None: always.")
    probability: float = Field(1, ge=0, le=1)


class Rules(Document):
    """What the scripted S3 does: the first rule that applies to a request decides."""

    seed: int = 0
    checksums: bool = Field(False, description="As AWS does, tell a CRC64NVME of each object.")
    rules: tuple[Rule, ...] = ()


class Script:
    """Rules being followed. Chance hangs on the seed and the request, not on who comes first."""

    def __init__(self, rules: Rules) -> None:
        self.rules = rules
        self._matched: Counter[int] = Counter()
        self._applied: Counter[int] = Counter()
        self._asked: Counter[Call] = Counter()

    def choose(self, call: Call) -> tuple[int, Fault] | None:
        """Returns the number of the rule that applies to this request, and its fault."""
        self._asked[call] += 1
        for number, rule in enumerate(self.rules.rules):
            if rule.on.matches(call) and self._applies(number, rule, call):
                self._applied[number] += 1
                return number, rule.fault
        return None

    def _applies(self, number: int, rule: Rule, call: Call) -> bool:
        self._matched[number] += 1
        if self._matched[number] < rule.nth:
            return False
        if rule.times is not None and self._applied[number] >= rule.times:
            return False
        return rule.probability == 1 or self._draw(number, call) < rule.probability

    def _draw(self, number: int, call: Call) -> float:
        """In [0, 1): the same for the same attempt at the same call; upload ids are S3's own."""
        seed = (self.rules.seed, number, call.operation, call.key, call.part, self._asked[call])
        return random.Random(repr(seed)).random()  # noqa: S311  chance, not a secret
