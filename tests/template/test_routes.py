"""The HTTP API: its routes, how they are throttled, what its log says."""

import json
import re
from pathlib import Path
from typing import Any

from tests.template.reading import of_type

OPENAPI = Path(__file__).parents[2] / "frontend" / "openapi.json"


def routes(resources: dict[str, Any]) -> set[str]:
    return {one["RouteKey"] for one in of_type(resources, "AWS::ApiGatewayV2::Route").values()}


def test_every_path_of_the_api_has_a_route(resources: dict[str, Any]) -> None:
    assert "ANY /api/{proxy+}" in routes(resources)
    paths = json.loads(OPENAPI.read_text())["paths"]
    assert paths
    assert all(re.fullmatch(r"/api/.+", path) for path in paths)


def test_routes_of_their_own_are_paths_of_the_api_and_throttled_more(
    resources: dict[str, Any],
) -> None:
    paths = json.loads(OPENAPI.read_text())["paths"]
    stage = resources["ApiStage"]["Properties"]
    own = routes(resources) - {"ANY /api/{proxy+}"}
    assert set(stage["RouteSettings"]) == own == {"POST /api/account", "POST /api/activity"}
    for route in own:
        method, path = route.split(" ")
        assert method.lower() in paths[path]
    assert stage["DefaultRouteSettings"]["ThrottlingRateLimit"] == {"Ref": "ApiRate"}


def test_the_access_log_has_both_request_ids_and_no_query(resources: dict[str, Any]) -> None:
    text = resources["ApiStage"]["Properties"]["AccessLogSettings"]["Format"]
    found = json.loads(text)
    assert found["requestId"] == "$context.requestId"
    assert found["functionRequestId"] == "$context.integration.requestId"
    assert "query" not in text.lower()
    assert "authorizer" not in text
