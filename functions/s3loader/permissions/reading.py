"""The verdict of the policies that could be read."""

from dataclasses import replace

from s3loader.permissions.findings import Finding, Grounds
from s3loader.permissions.judgement import Judgement
from s3loader.permissions.layers import READ_ACTION, Layers
from s3loader.permissions.models import ReasonCode, StatementReference
from s3loader.permissions.worlds import NOT_LIMITED


def judge_layers(layers: Layers) -> Judgement:
    """Allowed or denied where it is so however the unknown parts turn out, else unknown."""
    verdict = layers.worlds.verdict
    if verdict is None:
        return _unknown(layers)
    return _allowed(layers) if verdict else _denied(layers)


def _allowed(layers: Layers) -> Judgement:
    if layers.identity.outcome == "allow":
        by = ReasonCode.ALLOWED_BY_STATEMENT
        return Judgement(
            "allowed", "policies", by, layers.identity.statement, missing=_missing(layers)
        )
    granted = layers.resource.statement if layers.resource else None
    return Judgement("allowed", "policies", ReasonCode.ALLOWED_BY_BUCKET_POLICY, granted)


def _denied(layers: Layers) -> Judgement:
    for layer, reason in (
        (layers.identity, ReasonCode.DENIED_BY_STATEMENT),
        (layers.boundary, ReasonCode.DENIED_BY_BOUNDARY),
        (layers.resource, _by_resource(layers)),
    ):
        if layer and layer.outcome == "explicit-deny":
            return Judgement("denied", "policies", reason, layer.statement)
    if _stands_in_the_way(layers.boundary) and "allow" in layers.worlds.identity:
        return Judgement("denied", "policies", ReasonCode.DENIED_BY_BOUNDARY)
    return Judgement("denied", "policies", ReasonCode.NOT_ALLOWED)


def _by_resource(layers: Layers) -> ReasonCode:
    on_bucket = layers.owner == "bucket"
    return ReasonCode.DENIED_BY_BUCKET_POLICY if on_bucket else ReasonCode.DENIED_BY_STATEMENT


def _stands_in_the_way(boundary: Finding | None) -> bool:
    return boundary is not None and boundary.outcome == "implicit-deny"


def _unknown(layers: Layers) -> Judgement:
    return Judgement(
        "unknown",
        "policies",
        *_why(layers),
        condition_keys=layers.condition_keys,
        depends_on_key=layers.depends_on_key,
        missing=_missing(layers),
    )


def _why(layers: Layers) -> tuple[ReasonCode, StatementReference | None]:
    if replace(layers.worlds, session=NOT_LIMITED).verdict:
        return ReasonCode.SESSION_POLICY_POSSIBLE, layers.identity.statement
    if not layers.complete:
        return ReasonCode.POLICIES_UNREADABLE, None
    if layers.doubts:
        return _doubt(layers.doubts)
    if layers.owner == "key":
        unread = ReasonCode.KEY_POLICY_UNREADABLE
        return ReasonCode.NOT_ALLOWED if layers.resource else unread, None  # but by a grant
    return ReasonCode.BUCKET_POLICY_UNREADABLE, None


def _doubt(doubts: list[Grounds]) -> tuple[ReasonCode, StatementReference | None]:
    for doubt in doubts:
        if doubt.condition_keys:
            return ReasonCode.CONDITION_UNKNOWN, doubt.statement
    for doubt in doubts:
        if doubt.depends_on_key:
            return ReasonCode.DEPENDS_ON_KEY, doubt.statement
    return ReasonCode.POLICIES_UNREADABLE, None  # a document that nobody understands


def _missing(layers: Layers) -> tuple[str, ...]:
    hidden = () if layers.resource else (READ_ACTION[layers.owner],)
    return (*layers.unread, *hidden)
