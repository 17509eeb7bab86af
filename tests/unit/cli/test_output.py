"""What a run shows: on a terminal, in a log, to a program."""

import io
import json

import pytest
from rich.console import Console
from s3loader.cli.bars import BarsOutput
from s3loader.cli.output import JsonOutput, QuietOutput
from s3loader.sending.report import UploadReport
from s3loader.sending.results import Completed, Failed, Skipped

DONE = Completed(
    kind="completed",
    source="a[b].txt",
    bucket="bucket",
    key="in/a[b].txt",
    size=3,
    etag="e",
    version_id=None,
    checksum=None,
    verified=None,
    notified=False,
)
FAILED = Failed(
    kind="failed",
    source="b\x1b[31m.txt",
    bucket="bucket",
    key=None,
    code="file_missing",
    detail="There is no such file.",
    params={"path": "b"},
)
SKIPPED = Skipped(kind="skipped", source="c", bucket="bucket", key="in/c")


@pytest.fixture
def screen() -> io.StringIO:
    return io.StringIO()


def terminal(screen: io.StringIO, language: str = "en") -> BarsOutput:
    console = Console(file=screen, force_terminal=True, width=80, color_system=None)
    return BarsOutput(language, console)  # type: ignore[arg-type]


def test_a_terminal_sees_bars_of_what_is_under_way_and_a_line_for_what_ended(
    screen: io.StringIO,
) -> None:
    output = terminal(screen)
    output.begin("a[b].txt", 3)
    output.begin("c", 1_000_000)
    output.advance("a[b].txt", 3)
    output.advance("c", 500_000)
    output.close()
    for result in (DONE, FAILED, SKIPPED):
        output.end(result)
    output.summary(UploadReport([DONE, FAILED, SKIPPED]), dry_run=False)
    shown = screen.getvalue()
    assert "a[b].txt" in shown
    assert "0.5/1.0 MB" in shown
    assert "All files" in shown
    assert "✓ a[b].txt → s3://bucket/in/a[b].txt" in shown
    assert "\n✗ b?[31m.txt: There is no such file." in shown
    assert "\n– c → s3://bucket/in/c  Skipped, already there" in shown
    assert shown.endswith("1 uploaded, 1 skipped, 1 failed\n")


def test_a_stream_has_a_bar_without_percentage(screen: io.StringIO) -> None:
    output = terminal(screen)
    output.begin("-", None)
    output.advance("-", 5_000_000)
    output.close()
    assert "stdin" in screen.getvalue()
    assert "5.0/? MB" in screen.getvalue()
    assert "%" not in screen.getvalue()


def test_a_korean_terminal_reads_korean(screen: io.StringIO) -> None:
    output = terminal(screen, "ko")
    output.end(FAILED)
    output.summary(UploadReport([]), dry_run=False)
    assert "그런 파일이 없어요." in screen.getvalue()
    assert screen.getvalue().endswith("업로드할 파일이 없어요.\n")


def test_a_log_sees_failures_alone(capsys: pytest.CaptureFixture[str]) -> None:
    output = QuietOutput("en")
    for result in (DONE, FAILED, SKIPPED):
        output.end(result)
    output.summary(UploadReport([DONE, FAILED, SKIPPED]), dry_run=False)
    told = capsys.readouterr()
    assert (told.out, told.err) == ("", "s3loader: b?[31m.txt: There is no such file.\n")


def test_a_program_reads_a_line_for_each(capsys: pytest.CaptureFixture[str]) -> None:
    output = JsonOutput("ko")
    for result in (DONE, FAILED, SKIPPED):
        output.end(result)
    output.error("bucket_not_found", "There is no bucket.", {"bucket": "b"})
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["kind"] for line in lines] == ["completed", "failed", "skipped", "error"]
    assert lines[0]["versionId"] is None
    assert lines[1]["code"] == "file_missing"
    assert lines[3] == {
        "kind": "error",
        "code": "bucket_not_found",
        "detail": "There is no bucket.",
        "params": {"bucket": "b"},
    }
