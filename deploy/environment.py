"""An environment's choices: samconfig.toml names its stack, deploy/<name>.env its parameters."""

import platform
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from deploy.firebase import firebase_parameters
from deploy.problems import DeployError
from deploy.template import read_template

ROOT: Final = Path(__file__).parent.parent

_FIREWALL = "WebAclArn"
_LINE = re.compile(r"(?P<name>[A-Za-z0-9]+)=(?P<value>.*)")
_ARCHITECTURES = {"x86_64": "x86_64", "amd64": "x86_64", "arm64": "arm64", "aarch64": "arm64"}

QUESTIONS: Final = {
    "AlarmEmail": "E-mail address that is told of alarms (empty: nobody)",
    "AllowedBuckets": "Only these buckets, separated by commas (empty: all)",
    "AllowedRegions": "Only buckets of these regions (empty: all)",
    "PinnedBuckets": "Buckets shown first, by their names to everybody (empty: none)",
}
"""What a first deployment asks; docs/deploy.md has all the other parameters."""


@dataclass(frozen=True)
class Environment:
    """One deployment: its stack, its region and template.yaml's parameters."""

    name: str
    stack: str
    region: str
    parameters: Mapping[str, str] = field(default_factory=dict)

    def with_firewall(self, arn: str) -> "Environment":
        """Return the same behind a firewall; an empty ARN: behind none."""
        return replace(self, parameters={**self.parameters, _FIREWALL: arn})


def read_environment(name: str, folder: Path, ask: Callable[[str], str] | None) -> Environment:
    """Return an environment; where it has no file yet, `ask` answers its questions and one is made.

    Raises:
        DeployError: no such environment, or lines or parameters that cannot be right
    """
    config = tomllib.loads((ROOT / "samconfig.toml").read_text())
    deploy = config.get(name, {}).get("deploy", {}).get("parameters")
    if deploy is None:
        raise DeployError(f"samconfig.toml has no environment {name!r}: ENV=dev or ENV=prod")
    file = folder / f"{name}.env"
    if not file.exists() and ask:
        file.write_text(_asked(ask))
    given = parse(file.read_text(), file.name) if file.exists() else {}
    return Environment(name, deploy["stack_name"], deploy["region"], _whole(given))


def parse(text: str, source: str) -> dict[str, str]:
    """Return the parameters of a file of `Name=value` lines; # begins a comment line.

    Raises:
        DeployError: naming every line that is wrong, without its value
    """
    known = read_template()["Parameters"]
    found, wrong = {}, []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        match = _LINE.fullmatch(line.strip())
        if not match:
            wrong.append(f"{source}, line {number}: write Name=value")
        elif match["name"] not in known:
            wrong.append(f"{source}, line {number}: template.yaml has no {match['name']}")
        elif "\\" in match["value"]:  # sam reads some of them as escapes and others not
            wrong.append(f"{source}, line {number}: write the value without \\")
        else:
            found[match["name"]] = match["value"]
    if wrong:
        raise DeployError("\n".join(wrong))
    return found


def _asked(ask: Callable[[str], str]) -> str:
    answers = {name: ask(f"{question}: ").strip() for name, question in QUESTIONS.items()}
    lines = [f"{name}={value}" for name, value in answers.items() if value]
    return "# Parameters of template.yaml; docs/deploy.md has them all.\n" + "\n".join(lines) + "\n"


def _whole(given: dict[str, str]) -> dict[str, str]:
    """With what follows from others, this machine's architecture, and the template's defaults.

    SAM would leave what is not named as the last deployment had it, so a line that was taken out
    would go on for ever. The firewall alone does so: forgetting it must not take it off.
    """
    parameters = read_template()["Parameters"]
    defaults = {name: str(one["Default"]) for name, one in parameters.items() if name != _FIREWALL}
    config = given.get("FirebaseWebConfig")
    try:
        firebase = firebase_parameters(config) if config else {}
    except ValueError:
        raise DeployError("FirebaseWebConfig is not JSON on one line") from None
    machine = _ARCHITECTURES.get(platform.machine().lower(), "x86_64")
    return {**defaults, "Architecture": machine, **firebase, **given}
