"""Findings and layers for tests of merging."""

from typing import Any, Literal, get_args

from s3loader.permissions.findings import Finding, Grant, Outcome, ResourceFinding
from s3loader.permissions.layers import Layers
from s3loader.permissions.models import StatementReference
from s3loader.permissions.ports import SimulationAnswer


def reference(origin: str = "inline") -> StatementReference:
    return StatementReference.model_validate(
        {"policy": "p", "origin": origin, "group": None, "number": 1, "sid": "S"}
    )


def found(*possible: Outcome, keys: tuple[str, ...] = (), by_name: bool = False) -> Finding:
    decided = reference() if possible != ("implicit-deny",) else None
    return Finding(decided, keys, by_name, (), frozenset(possible))


def said(*possible: Grant, keys: tuple[str, ...] = ()) -> ResourceFinding:
    silent = possible in {("silent",), ("delegates",)}
    statement = None if silent else reference("bucket-policy")
    return ResourceFinding(statement, keys, False, (), frozenset(possible))


ALLOW = found("allow")
DENY = found("explicit-deny")
NOTHING = found("implicit-deny")
BY_CONDITION = found("allow", "implicit-deny", keys=("s3:ExistingObjectTag/stage",))
BY_NAME = found("allow", "implicit-deny", by_name=True)
SILENT = said("silent")
GRANTS = said("grants")
GRANTS_PERSONALLY = said("grants-personally")
FORBIDS = said("explicit-deny")

ALL_OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
ALL_GRANTS: tuple[Grant, ...] = get_args(Grant)


def layers(**changes: Any) -> Layers:  # noqa: ANN401
    """Layers that allow, in a bucket without a policy, with changes."""
    usual: dict[str, Any] = {
        "identity": ALLOW,
        "complete": True,
        "unread": (),
        "boundary": None,
        "owner": "bucket",
        "resource": SILENT,
        "foreign": False,
        "session_possible": False,
    }
    return Layers(**{**usual, **changes})


def simulated(
    decision: Literal["allowed", "explicitDeny", "implicitDeny"],
    **changes: Any,  # noqa: ANN401
) -> SimulationAnswer:
    usual: dict[str, Any] = {
        "statement_policies": (),
        "missing_keys": (),
        "allowed_by_organization": True,
        "allowed_by_boundary": True,
    }
    return SimulationAnswer(decision, **{**usual, **changes})
