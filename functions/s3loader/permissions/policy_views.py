"""Policies as they are shown: their statements, and the document itself."""

import json
from collections.abc import Sequence

from s3loader.errors import ErrorCode
from s3loader.permissions.models import PolicyStatement, PolicyView, UnreadableSource
from s3loader.permissions.ports import PolicySource
from s3loader.permissions.statements import MalformedPolicy, parse_document

_ORDER = {"attached": 0, "inline": 1, "group-attached": 2, "group-inline": 2, "boundary": 3}
# Lambda returns 6 MB, in which the answer is a JSON string with its quotes escaped.
_MAX_BYTES = 5_000_000


class PolicyViews:
    """What is shown of policies, and what is not, as long as the answer has room."""

    def __init__(self, max_bytes: int = _MAX_BYTES) -> None:
        self._room = max_bytes
        self.shown: list[PolicyView] = []
        self.not_shown: list[UnreadableSource] = []

    def add(self, policy: PolicySource) -> None:
        """Show one more policy; one without room is named only."""
        view = self._view(policy)
        self._room -= _bytes(view)
        if self._room < 0:
            view = view.model_copy(update={"statements": [], "document": None})
            self._say(policy, "There are more policies than one answer holds.")
        self.shown.append(view)

    def _view(self, policy: PolicySource) -> PolicyView:
        statements = self._statements(policy)
        return PolicyView(
            name=policy.name,
            arn=policy.arn,
            origin=policy.origin,
            group=policy.group,
            version_id=policy.version_id,
            mentions_s3=not statements or any(found.mentions_s3 for found in statements),
            statements=statements,
            document=policy.document,
        )

    def _statements(self, policy: PolicySource) -> list[PolicyStatement]:
        if policy.document is None:
            return []
        try:
            return parse_document(policy.document)
        except MalformedPolicy as error:
            self._say(policy, str(error))
            return []

    def _say(self, policy: PolicySource, why: str) -> None:
        self.not_shown.append(
            UnreadableSource(
                source="document",
                name=policy.name,
                action="",
                code=ErrorCode.POLICY_NOT_SHOWN,
                detail=f"{why} Read the policy {policy.name} in the AWS console.",
            )
        )


def show_policies(policies: Sequence[PolicySource]) -> PolicyViews:
    """Show the identity's own policies first, then those of its groups, the boundary last."""
    views = PolicyViews()
    for policy in sorted(policies, key=_place):
        views.add(policy)
    return views


def _place(policy: PolicySource) -> tuple[int, str, str, str, str]:
    return _ORDER[policy.origin], policy.group or "", policy.origin, policy.name, policy.arn or ""


def _bytes(view: PolicyView) -> int:
    return len(json.dumps(view.model_dump_json(by_alias=True)))
