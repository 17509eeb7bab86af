"""docker-compose.local.yml as it is written: loopback only, confined, ready in order."""

from typing import Any

import pytest
import yaml

from tests.containers.localstack_base import PACKAGES
from tests.local.running_stack import ROOT

DOCUMENT: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.local.yml").read_text())
SERVICES: dict[str, Any] = DOCUMENT["services"]
OURS = sorted(set(SERVICES) - {"localstack"})
ONE_SHOT = {"data", "seed"}


def test_ports_are_on_loopback_only() -> None:
    ports = [port for service in SERVICES.values() for port in service.get("ports", [])]
    assert len(ports) == 2
    assert all(port.startswith("127.0.0.1:") for port in ports)


@pytest.mark.parametrize("name", sorted(set(SERVICES) - ONE_SHOT))
def test_what_keeps_running_says_how_it_is(name: str) -> None:
    assert SERVICES[name]["healthcheck"]["test"][0] == "CMD"


@pytest.mark.parametrize("name", OURS)
def test_ours_are_confined(name: str) -> None:
    service = SERVICES[name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert service.get("cap_add", []) == (["CHOWN"] if name == "data" else [])


def test_dependencies_wait_for_health_or_for_an_end() -> None:
    for service in SERVICES.values():
        for needed, how in service.get("depends_on", {}).items():
            ends = needed in ONE_SHOT
            wanted = "service_completed_successfully" if ends else "service_healthy"
            assert how["condition"] == wanted


def test_every_image_has_a_version() -> None:
    for service in SERVICES.values():
        image = service["image"]
        assert not image.rstrip("}").endswith((":latest", "localstack/localstack", "node"))


def test_the_example_names_every_variable_with_its_default() -> None:
    text = (ROOT / "docker-compose.local.yml").read_text()
    example = (ROOT / ".env.example").read_text()
    for part in text.split("${")[1:]:
        name, _, default = part.partition("}")[0].partition(":-")
        assert f"# {name}={default}" in example.splitlines()


def test_it_holds_no_secret_but_the_key_that_every_localstack_has() -> None:
    values = {
        (name, value)
        for service in SERVICES.values()
        for name, value in service.get("environment", {}).items()
        if "SECRET" in name or "TOKEN" in name or "KEY" in name
    }
    assert values == {
        ("AWS_ACCESS_KEY_ID", "test"),
        ("AWS_SECRET_ACCESS_KEY", "test"),
        ("SEAL_KEY_FILE", "/data/seal.key"),
    }


def test_the_tests_run_the_version_of_localstack_that_compose_pins() -> None:
    version = SERVICES["localstack"]["image"].rpartition(":")[2].rstrip("}")
    assert PACKAGES[0].rpartition("==")[2] == version
