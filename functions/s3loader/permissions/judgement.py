"""What was found out about one action, before it is put into words."""

from dataclasses import dataclass

from s3loader.permissions.models import ReasonCode, Source, StatementReference, Verdict


@dataclass(frozen=True)
class Judgement:
    """A verdict, who spoke, and why.

    `condition_keys` and `depends_on_key` tell what the policies leave open, even where
    another reason comes first: what is observed once may not hold for the next request.
    """

    verdict: Verdict
    source: Source
    reason: ReasonCode
    statement: StatementReference | None = None
    condition_keys: tuple[str, ...] = ()
    depends_on_key: bool = False
    missing: tuple[str, ...] = ()
