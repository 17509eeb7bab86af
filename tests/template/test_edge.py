"""CloudFront: which answers it may change, what it keeps, and what pages may load."""

import base64
import hashlib
import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from deploy.edge import read_edge

ROOT = Path(__file__).parents[2]
REACT_ARIA = ROOT / "frontend/node_modules/react-aria/dist/private"


def policy(**parameters: str) -> dict[str, list[str]]:
    text = read_edge(parameters).page_headers["content-security-policy"]
    return {words[0]: words[1:] for words in (part.split() for part in text.split(";"))}


def test_pages_load_nothing_of_others_unless_firebase_is_set_up() -> None:
    found = policy()
    assert found["default-src"] == ["'none'"]
    assert found["script-src"] == ["'self'", "'wasm-unsafe-eval'"]
    assert found["connect-src"] == ["'self'", "blob:", "https://*.amazonaws.com"]
    for name in ("frame-src", "frame-ancestors", "base-uri", "form-action", "object-src"):
        assert found[name] == ["'none'"]
    assert not [one for sources in found.values() for one in sources if "unsafe-inline" in one]
    assert not [one for sources in found.values() for one in sources if one == "'unsafe-eval'"]


def test_allowed_regions_narrow_where_bytes_may_go() -> None:
    found = policy(AllowedRegions="ap-northeast-2,us-east-1")
    regions = ["https://*.ap-northeast-2.amazonaws.com", "https://*.us-east-1.amazonaws.com"]
    assert found["connect-src"] == ["'self'", "blob:", *regions]
    assert found["media-src"] == regions


def test_googles_hosts_come_with_their_features_alone() -> None:
    signing_in = policy(FirebaseWebConfig="{}", FirebaseAuthDomain="x.firebaseapp.com")
    assert "https://identitytoolkit.googleapis.com" in signing_in["connect-src"]
    assert signing_in["frame-src"] == ["https://x.firebaseapp.com"]
    assert "https://apis.google.com" in signing_in["script-src"]
    assert not [one for one in signing_in["connect-src"] if "analytics" in one]
    analysing = policy(FirebaseWebConfig="{}", AnalyticsEnabled="true")
    assert "https://www.googletagmanager.com" in analysing["script-src"]
    assert "https://*.google-analytics.com" in analysing["connect-src"]


@pytest.mark.parametrize("file", ["interactions/usePress.mjs", "overlays/usePreventScroll.mjs"])
def test_the_styles_that_react_aria_writes_are_known_by_their_hashes(file: str) -> None:
    source = (REACT_ARIA / file).read_text()
    constants = dict(re.findall(r"const (\S+) = '([^']*)'", source))
    (text,) = re.findall(r"style\.textContent = `(.*?)`", source, re.DOTALL)
    style = re.sub(r"\$\{(.*?)\}", lambda found: constants[found[1]], text).strip()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"'sha256-{digest}'" in policy()["style-src"]


def test_an_error_of_the_api_reaches_the_person_as_it_is(resources: dict[str, Any]) -> None:
    config = resources["Distribution"]["Properties"]["DistributionConfig"]
    assert "CustomErrorResponses" not in config
    (api,) = [one for one in config["CacheBehaviors"] if one["TargetOriginId"] == "api"]
    assert api["PathPattern"] == "/api/*"
    assert api["CachePolicyId"] == "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"  # CachingDisabled
    assert "FunctionAssociations" not in api


def test_every_other_address_is_the_page_and_files_are_not(resources: dict[str, Any]) -> None:
    config = resources["Distribution"]["Properties"]["DistributionConfig"]
    assert config["DefaultCacheBehavior"]["FunctionAssociations"][0]["EventType"] == (
        "viewer-request"
    )
    files = [one for one in config["CacheBehaviors"] if one["TargetOriginId"] == "pages"]
    assert [one["PathPattern"] for one in files] == ["/assets/*", "/favicon.svg"]
    assert not [one for one in files if "FunctionAssociations" in one]


def test_all_files_of_the_build_have_a_behaviour() -> None:
    (page,) = [ROOT / "frontend" / "index.html"]
    public = {f"/{path.name}" for path in (ROOT / "frontend/public").iterdir()}
    assert page.exists()
    assert public == {"/favicon.svg"}


@pytest.mark.parametrize("uri", ["/", "/b/my.bucket.name", "/b/a/unfinished", "/index.html"])
def test_the_function_makes_a_page_of_every_address(resources: dict[str, Any], uri: str) -> None:
    code = resources["PagesFunction"]["Properties"]["FunctionCode"]
    call = f"{code}\nconsole.log(handler({json.dumps({'request': {'uri': uri}})}).uri)"
    ran = subprocess.run(["node", "-e", call], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "/index.html"


def test_headers_keep_browsers_on_tls_and_others_frames_out() -> None:
    edge = read_edge({})
    for headers in (edge.page_headers, edge.api_headers):
        assert headers["strict-transport-security"] == "max-age=63072000"
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
