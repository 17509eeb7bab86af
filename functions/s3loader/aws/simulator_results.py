"""Reading one result of SimulatePrincipalPolicy."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from s3loader.permissions.ports import SimulationAnswer

if TYPE_CHECKING:
    from mypy_boto3_iam.type_defs import EvaluationResultTypeDef, ResourceSpecificResultTypeDef


def read_result(result: EvaluationResultTypeDef, resource_arn: str) -> SimulationAnswer:
    """Read what IAM says about one action at a resource.

    IAM gives details for the action, for the resource or for both, and leaves out what did not
    stand in the way.
    """
    own = _of_resource(result, resource_arn)
    parts = [result, own] if own else [result]
    matched = [found for part in parts for found in part.get("MatchedStatements", [])]
    missing = [key for part in parts for key in part.get("MissingContextValues", [])]
    organization = result.get("OrganizationsDecisionDetail", {})
    boundaries = [part.get("PermissionsBoundaryDecisionDetail", {}) for part in parts]
    return SimulationAnswer(
        decision=own["EvalResourceDecision"] if own else result["EvalDecision"],
        statement_policies=_distinct(found.get("SourcePolicyId", "") for found in matched),
        missing_keys=_distinct(missing),
        allowed_by_organization=organization.get("AllowedByOrganizations", True),
        allowed_by_boundary=all(
            boundary.get("AllowedByPermissionsBoundary", True) for boundary in boundaries
        ),
    )


def _of_resource(
    result: EvaluationResultTypeDef, resource_arn: str
) -> ResourceSpecificResultTypeDef | None:
    for own in result.get("ResourceSpecificResults", []):
        if own["EvalResourceName"] == resource_arn:
            return own
    return None


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))
