"""What SAM makes of the parameters it is given on its command line."""

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path

from deploy import stack
from deploy.environment import ROOT, read_environment

_READ = """\
import json, sys
from samcli.cli.types import CfnParameterOverridesType
print(json.dumps(CfnParameterOverridesType().convert(tuple(json.load(sys.stdin)), None, None)))
"""


def as_sam_reads(overrides: Sequence[str]) -> dict[str, str]:
    """SAM's own reading, by SAM's own code."""
    uv = str(ROOT / ".tools" / "bin" / "uv")
    command = [uv, "tool", "run", "--quiet", "--from", stack.SAM, "python", "-c", _READ]
    ran = subprocess.run(
        command, input=json.dumps(overrides), capture_output=True, text=True, check=True
    )
    read: dict[str, str] = json.loads(ran.stdout)
    return read


def test_sam_reads_every_parameter_as_it_was_meant(tmp_path: Path) -> None:
    config = '{"authDomain": "x.firebaseapp.com", "apiKey": "a = b"}'
    (tmp_path / "dev.env").write_text(f"FirebaseWebConfig={config}\nAllowedBuckets=a, b\n")
    environment = read_environment("dev", tmp_path, None)
    commands: list[Sequence[str]] = []
    stack.deploy(commands.append, environment)
    (command,) = commands
    overrides = command[command.index("--parameter-overrides") + 1 :]
    assert as_sam_reads(overrides) == environment.parameters
