"""An account in memory: policies, a bucket, a simulator, and an S3 that answers probes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from s3loader.caller import Identity
from s3loader.deadline import Deadline
from s3loader.errors import AwsBusy, ErrorCode, Forbidden, S3LoaderError
from s3loader.permissions.asker import Asker
from s3loader.permissions.assessment import Assessment
from s3loader.permissions.bucket_rules import read_rules
from s3loader.permissions.effective import Effective
from s3loader.permissions.granted import GrantedPolicies
from s3loader.permissions.kept import Kept
from s3loader.permissions.models import ActionPermission, EffectivePermissions, UnreadableSource
from s3loader.permissions.observed import Observations
from s3loader.permissions.ports import (
    Glimpse,
    PolicyDocument,
    PolicySource,
    SimulationAnswer,
    SimulationQuestion,
)
from s3loader.permissions.subject import subject_of
from s3loader.permissions.survey import Sources, Survey

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
USER = "arn:aws:iam::111122223333:user/lee"
SESSION = "arn:aws:sts::111122223333:assumed-role/uploads/lee"
KEY = "arn:aws:kms:ap-northeast-2:111122223333:key/k"


def refusal(action: str) -> Forbidden:
    return Forbidden(ErrorCode.ACCESS_DENIED, "No.", {"action": action, "resource": "*"})


def throttled() -> AwsBusy:
    return AwsBusy(ErrorCode.AWS_THROTTLED, "Slow down.")


def document(*statements: dict[str, Any]) -> PolicyDocument:
    return {"Version": "2012-10-17", "Statement": list(statements)}


def allow(action: str, resource: str = "*", **more: Any) -> dict[str, Any]:  # noqa: ANN401
    return {"Effect": "Allow", "Action": action, "Resource": resource, **more}


def given(value: Any) -> Any:  # noqa: ANN401
    """Return it, or raise it where it is a failure."""
    if isinstance(value, S3LoaderError):
        raise value
    return value


@dataclass
class FakeBucket:
    """What a bucket and its key say; a failure is raised."""

    found_policy: PolicyDocument | S3LoaderError | None = None
    key: str | S3LoaderError | None = None
    key_rules: PolicyDocument | S3LoaderError = field(default_factory=document)
    arn: str | S3LoaderError = KEY
    region: str = "ap-northeast-2"

    def policy(self) -> Any:  # noqa: ANN401
        return given(self.found_policy)

    def encryption_key(self) -> Any:  # noqa: ANN401
        return given(self.key)

    def key_arn(self, key: str) -> Any:  # noqa: ANN401
        return given(self.arn)

    def key_policy(self, key: str) -> Any:  # noqa: ANN401
        return given(self.key_rules)


@dataclass
class FakeSimulator:
    """Says the same to everything, but for names that end otherwise; a failure is raised."""

    answer: SimulationAnswer | S3LoaderError
    of_pdf: SimulationAnswer | None = None
    asked: list[SimulationQuestion] = field(default_factory=list)
    about: str | None = None

    def simulate(
        self, principal_arn: str, questions: Sequence[SimulationQuestion]
    ) -> list[SimulationAnswer]:
        self.about = principal_arn
        self.asked += questions
        return [self._about(question.resource_arn) for question in questions]

    def _about(self, resource_arn: str) -> Any:  # noqa: ANN401
        special = self.of_pdf if resource_arn.endswith(".pdf") else None
        return special or given(self.answer)


@dataclass
class FakeProber:
    """Answers by the name of the try, and keeps which were made; `there` is what is listed."""

    answers: dict[str, bool | None] = field(default_factory=dict)
    there: str | None = None
    tried: list[str] = field(default_factory=list)

    def _try(self, name: str) -> bool | None:
        self.tried.append(name)
        return self.answers.get(name)

    def list_bucket(self, prefix: str) -> Glimpse:
        return Glimpse(self._try("list_bucket"), self.there)

    def get_object(self, key: str) -> bool | None:
        assert key == self.there
        return self._try("get_object")

    def list_uploads(self, prefix: str) -> bool | None:
        return self._try("list_uploads")

    def put_object(self, prefix: str) -> bool | None:
        return self._try("put_object")

    def abort_upload(self, prefix: str) -> bool | None:
        return self._try("abort_upload")

    def list_parts(self, prefix: str) -> bool | None:
        return self._try("list_parts")

    def get_cors(self) -> bool | None:
        return self._try("get_cors")

    def delete_object(self, prefix: str) -> bool | None:
        return self._try("delete_object")


class World:
    """Everything that the permissions of one identity are found out from."""

    def __init__(self, *statements: dict[str, Any], arn: str = USER) -> None:
        kind = "role" if "assumed-role" in arn else "root" if arn.endswith("root") else "user"
        name = "uploads/lee" if kind == "role" else "lee"
        self.identity = Identity(account_id="111122223333", arn=arn, kind=kind, name=name)
        self.statements = list(statements)
        self.boundary: list[dict[str, Any]] = []
        self.unreadable: list[UnreadableSource] = []
        self.bucket = FakeBucket()
        self.simulator = FakeSimulator(refusal("iam:SimulatePrincipalPolicy"))
        self.prober = FakeProber()
        self.clock = 0.0
        self.kept = Kept[Assessment](
            clock=lambda: self.clock, worth_keeping=lambda found: found.is_lasting
        )
        self.observations = Observations(lambda: self.clock)
        self.surveys = 0
        self.late = False

    def ask(self, prefix: str = "in/", *, refresh: bool = False) -> EffectivePermissions:
        """Ask what may be done at a prefix of the bucket "reports"."""
        return self._effective(refresh=refresh).at(prefix)

    def try_deleting(self, prefix: str = "in/") -> EffectivePermissions:
        """Have deleting tried at a prefix, as a person asks."""
        return self._effective(refresh=False).tried("s3:DeleteObject", prefix)

    def verdicts(self, prefix: str = "in/") -> dict[str, str]:
        return {found.action: found.verdict for found in self.ask(prefix).actions}

    def _effective(self, *, refresh: bool) -> Effective:
        deadline = self._deadline()
        return Effective(
            "lee",
            "reports",
            refresh,
            self._assessing(deadline),
            self.prober,
            self.kept,
            self.observations,
            deadline,
        )

    def _assessing(self, deadline: Deadline) -> Callable[[str], Assessment]:
        asker = Asker(self.identity, long_term=True, secure=True, source_ip=None)
        sources = Sources(
            self._granted,
            lambda: read_rules("reports", self.bucket),
            self.simulator,
            self.bucket.region,
        )

        def assess(prefix: str) -> Assessment:
            self.surveys += 1
            return Survey(asker, sources, "reports", deadline, NOW).assess(prefix)

        return assess

    def _granted(self) -> GrantedPolicies:
        own = PolicySource("own", None, "inline", None, None, document(*self.statements))
        bound = PolicySource("bound", None, "boundary", None, None, document(*self.boundary))
        policies = [own, *([bound] if self.boundary else [])]
        return GrantedPolicies(subject_of(self.identity), policies, self.unreadable, NOW)

    def _deadline(self) -> Deadline:
        times = iter([0.0])
        return Deadline(10, lambda: next(times, 11.0 if self.late else 0.0))


def about(world: World, action: str, prefix: str = "in/") -> ActionPermission:
    return next(found for found in world.ask(prefix).actions if found.action == action)


def unread(action: str, code: ErrorCode = ErrorCode.ACCESS_DENIED) -> UnreadableSource:
    return UnreadableSource(source="inline", name=None, action=action, code=code, detail="No.")
