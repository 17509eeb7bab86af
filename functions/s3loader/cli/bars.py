"""Progress bars on a terminal."""

import threading

from rich.console import Console
from rich.progress import (
    BarColumn,
    DownloadColumn,
    TaskID,
    TaskProgressColumn,
    TextColumn,
    TimeRemainingColumn,
    TransferSpeedColumn,
)
from rich.progress import Progress as RichProgress
from rich.table import Column
from rich.text import Text

from s3loader.cli.output import totals, visible
from s3loader.cli.words import Language, failure_text, word
from s3loader.errors import JsonParams
from s3loader.sending.report import UploadReport
from s3loader.sending.results import Result

_SIGNS = {"completed": ("✓", "green"), "planned": ("→", "cyan"), "skipped": ("–", "yellow")}


class BarsOutput:
    """A bar for each file under way, one for all of them, and a line for each that ended."""

    def __init__(self, language: Language, console: Console) -> None:
        self._language = language
        self._console = console
        self._bars = RichProgress(
            TextColumn("{task.fields[name]}", markup=False, table_column=Column(no_wrap=True)),
            BarColumn(bar_width=None, table_column=Column(min_width=8, ratio=1)),
            TaskProgressColumn(table_column=Column(no_wrap=True)),
            DownloadColumn(table_column=Column(no_wrap=True)),
            TransferSpeedColumn(table_column=Column(no_wrap=True)),
            TimeRemainingColumn(table_column=Column(no_wrap=True)),
            console=console,
            transient=True,
            expand=True,
        )
        self._tasks: dict[str, TaskID] = {}
        self._sizes: dict[str, int | None] = {}
        self._lock = threading.Lock()
        self._all: TaskID | None = None
        self._in_all = 0

    def begin(self, source: str, size: int | None) -> None:
        """Count it in; its own bar comes when its first bytes leave."""
        with self._lock:
            self._sizes[source] = size
            self._in_all += size or 0
            if len(self._sizes) == 2:
                self._all = self._bars.add_task("", name=word(self._language, "all"), total=0)
            if self._all is not None:
                self._bars.update(self._all, total=self._in_all)

    def advance(self, source: str, count: int) -> None:
        """Move its bar, and that of all."""
        with self._lock:
            if source not in self._tasks:
                self._bars.start()
                name = visible(_shortened(source)) if source != "-" else "stdin"
                self._tasks[source] = self._bars.add_task("", name=name, total=self._sizes[source])
            self._bars.advance(self._tasks[source], count)
            if self._all is not None:
                self._bars.advance(self._all, count)

    def end(self, result: Result) -> None:
        """Take its bar away and write its line."""
        with self._lock:
            task = self._tasks.pop(result.source, None)
            if task is not None:
                self._bars.remove_task(task)
        self._console.print(self._line(result), soft_wrap=True)

    def close(self) -> None:
        """Take the bars away."""
        self._bars.stop()

    def say(self, text: str) -> None:
        """Write a line."""
        self._console.print(Text(visible(text)), soft_wrap=True)

    def error(self, code: str, detail: str, params: JsonParams) -> None:
        """Write what failed as a whole."""
        text = failure_text(self._language, code, detail, params)
        self._console.print(Text(visible(text), "red"), soft_wrap=True)

    def summary(self, report: UploadReport, *, dry_run: bool) -> None:
        """Write how many did what."""
        if not report.results:
            self.say(word(self._language, "nothing"))
        elif len(report.results) > 1 or dry_run:
            self.say(totals(self._language, report, dry_run=dry_run))

    def _line(self, result: Result) -> Text:
        source = visible(result.source)
        if result.kind == "failed":
            text = failure_text(self._language, result.code, result.detail, result.params)
            return Text.assemble(("✗ ", "red"), source, ": ", visible(text))
        sign, colour = _SIGNS[result.kind]
        target = visible(f"s3://{result.bucket}/{result.key}")
        note = word(self._language, "skipped") if result.kind == "skipped" else ""
        return Text.assemble(
            (f"{sign} ", colour), source, (" → ", "dim"), target, (f"  {note}", "dim")
        )


def _shortened(source: str, most: int = 28) -> str:
    return source if len(source) <= most else f"…{source[1 - most :]}"
