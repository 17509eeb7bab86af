"""What is written where nobody watches: failures alone, or a line of JSON for each source."""

import json
from typing import Protocol

import click

from s3loader.cli.words import Language, failure_text, word
from s3loader.errors import JsonParams
from s3loader.sending.progress import NoProgress, Progress
from s3loader.sending.report import UploadReport
from s3loader.sending.results import Result


class Output(Progress, Protocol):
    """Shows a run, and how it ended."""

    def close(self) -> None:
        """Leave the terminal as it was."""
        ...

    def say(self, text: str) -> None:
        """Tell the person something."""
        ...

    def error(self, code: str, detail: str, params: JsonParams) -> None:
        """Nothing could be done at all."""
        ...

    def summary(self, report: UploadReport, *, dry_run: bool) -> None:
        """Everything is known."""
        ...


class QuietOutput(NoProgress):
    """Failures to stderr."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def end(self, result: Result) -> None:
        """Tell a failure."""
        if result.kind == "failed":
            text = failure_text(self._language, result.code, result.detail, result.params)
            self.say(f"{result.source}: {text}")

    def close(self) -> None:
        """Nothing was changed."""

    def say(self, text: str) -> None:
        """Tell it on stderr."""
        click.echo(f"s3loader: {visible(text)}", err=True)

    def error(self, code: str, detail: str, params: JsonParams) -> None:
        """Tell it on stderr."""
        self.say(failure_text(self._language, code, detail, params))

    def summary(self, report: UploadReport, *, dry_run: bool) -> None:
        """Say nothing."""


class JsonOutput(QuietOutput):
    """A line of JSON on stdout for each source, as soon as it is known what became of it."""

    def end(self, result: Result) -> None:
        """Write the result."""
        click.echo(result.model_dump_json(by_alias=True))

    def error(self, code: str, detail: str, params: JsonParams) -> None:
        """Write what failed as a whole."""
        failure = {"kind": "error", "code": code, "detail": detail, "params": params}
        click.echo(json.dumps(failure, ensure_ascii=False))


def visible(text: str) -> str:
    """Return text that cannot steer the terminal it is shown on."""
    return "".join(letter if letter.isprintable() else "?" for letter in text)


def totals(language: Language, report: UploadReport, *, dry_run: bool) -> str:
    """Return how many did what."""
    kinds = [result.kind for result in report.results]
    counts = {kind: kinds.count(kind) for kind in ("completed", "planned", "skipped", "failed")}
    return word(language, "dry_summary" if dry_run else "summary", **counts)
