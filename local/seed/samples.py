"""The demo objects, as a person's own buckets would hold them."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from local.seed.files import csv, pdf, png

DAWN = ((255, 183, 120), (70, 90, 160))
SEA = ((120, 190, 240), (10, 60, 120))
FOREST = ((200, 220, 180), (30, 80, 50))

LOG_HOURS = 1_500  # more than one page of a listing


class Sample(NamedTuple):
    """One object to put."""

    bucket: str
    key: str
    body: bytes
    content_type: str


def samples() -> Iterator[Sample]:
    """All demo objects; the same each time."""
    yield from _photos()
    yield from _reports()
    yield from _logs()
    yield from _elsewhere()


def _photos() -> Iterator[Sample]:
    albums = {"2025/제주 여행/": SEA, "2026/서울 산책/": DAWN, "2026/지리산/": FOREST}
    for album, (top, bottom) in albums.items():
        for number in range(1, 9):
            body = png(640, 400 + 8 * number, top, bottom)
            yield Sample("demo-photos", f"{album}IMG_{410 + number:04}.png", body, "image/png")
    yield Sample("demo-photos", "표지.png", png(1200, 630, *SEA), "image/png")
    yield Sample(
        "demo-photos", "README.md", "# 사진\n\n연도별 폴더에 있어요.\n".encode(), "text/markdown"
    )


def _reports() -> Iterator[Sample]:
    for year, quarter in ((2025, 3), (2025, 4), (2026, 1), (2026, 2), (2026, 3)):
        folder = f"reports/{year}/q{quarter}/"
        title = f"Report {year} Q{quarter}"
        yield Sample("demo-reports", f"{folder}report.pdf", pdf(title), "application/pdf")
        yield Sample("demo-reports", f"{folder}매출.csv", _sales(quarter), "text/csv")
    yield Sample(
        "demo-reports", "reports/2026/q3/images/chart.png", png(800, 450, *FOREST), "image/png"
    )
    yield Sample(
        "demo-reports", "inbox/", b"", "application/x-directory"
    )  # a folder, as the console makes it
    yield Sample(
        "demo-reports", "회의록/2026-11-20 주간 회의.txt", "안건\n1. 배포\n".encode(), "text/plain"
    )


def _sales(quarter: int) -> bytes:
    months = range(3 * quarter - 2, 3 * quarter + 1)
    rows = [
        (f"{month}월", region, 1_000 * month + 37 * len(region))
        for month in months
        for region in ("서울", "부산항")
    ]
    return csv(("월", "지역", "매출(천원)"), rows)


def _logs() -> Iterator[Sample]:
    start = datetime(2026, 9, 1)
    for hour in range(LOG_HOURS):
        at = start + timedelta(hours=hour)
        line = f"{at:%Y-%m-%dT%H}:00:00 GET /health 200 {hour % 7 + 2}ms\n"
        yield Sample("demo-reports", f"logs/{at:%Y-%m-%dT%H}.log", line.encode(), "text/plain")


def _elsewhere() -> Iterator[Sample]:
    for day in range(1, 6):
        body = csv(("id", "value"), [(row, row * day) for row in range(40)])
        yield Sample("demo-no-cors", f"backup/2026-11-{day:02}.csv", body, "text/csv")
