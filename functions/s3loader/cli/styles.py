"""Who shows a run: bars on a terminal, lines of JSON, or failures alone."""

from typing import Literal

from rich.console import Console

from s3loader.cli.bars import BarsOutput
from s3loader.cli.output import JsonOutput, Output, QuietOutput
from s3loader.cli.words import Language


def choose_output(style: Literal["json", "quiet"] | None, language: Language) -> Output:
    """Return what was asked for, else what suits stderr."""
    if style == "json":
        return JsonOutput(language)
    console = Console(stderr=True, highlight=False)
    if style is None and console.is_terminal:
        return BarsOutput(language, console)
    return QuietOutput(language)
