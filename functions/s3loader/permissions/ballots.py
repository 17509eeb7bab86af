"""The statements that speak for each outcome, and what follows from all of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from s3loader.permissions.matches import Match, any_of, maybe
from s3loader.permissions.models import StatementReference

Outcome = TypeVar("Outcome", bound=str)


@dataclass(frozen=True)
class Vote:
    """One statement, and whether it matches the question."""

    statement: StatementReference
    match: Match


@dataclass(frozen=True)
class Ballot:
    """The votes for one outcome; a policy that is not understood may hold another one."""

    votes: tuple[Vote, ...]
    complete: bool

    @property
    def match(self) -> Match:
        """Whether any statement brings the outcome about."""
        votes = [vote.match for vote in self.votes]
        return any_of(votes if self.complete else [*votes, maybe()])

    @property
    def leading(self) -> StatementReference | None:
        """The first statement that matches for certain, else the first that might."""
        for answer in ("yes", "maybe"):
            for vote in self.votes:
                if vote.match.answer == answer:
                    return vote.statement
        return None


class Tally(Generic[Outcome]):
    """All ballots together: an earlier outcome goes before a later one."""

    def __init__(self, ballots: Mapping[Outcome, Ballot], otherwise: Outcome) -> None:
        matches = {outcome: ballot.match for outcome, ballot in ballots.items()}
        outcomes = list(_until_certain(matches))
        certain = any(matches[outcome].answer == "yes" for outcome in outcomes)
        self.possible = frozenset(outcomes if certain else [*outcomes, otherwise])
        """The outcomes that can come about."""
        self.statement = ballots[outcomes[0]].leading if outcomes else None
        """The statement that decides, or might."""
        self.condition_keys = tuple(
            sorted(frozenset[str]().union(*(matches[each].unknown_keys for each in outcomes)))
        )
        """What condition keys keep it open."""
        self.depends_on_key = any(matches[each].depends_on_key for each in outcomes)
        """Whether it may differ between the keys in the scope."""


def _until_certain(matches: Mapping[Outcome, Match]) -> list[Outcome]:
    found = []
    for outcome, match in matches.items():
        if match.answer != "no":
            found.append(outcome)
        if match.answer == "yes":
            break
    return found
