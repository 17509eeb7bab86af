"""Programs from PyPI that run outside the project's environment, pinned exactly."""

from pathlib import Path

_UV = Path(__file__).parent.parent.parent / ".tools" / "bin" / "uv"


def tool(package: str, program: str) -> list[str]:
    """The command that runs `program` of `package` ("name==version"); installs it at first use."""
    return [str(_UV), "tool", "run", "--quiet", "--from", package, program]
