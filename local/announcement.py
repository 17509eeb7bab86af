"""What the terminal shows once everything is ready: demo users, their keys, the address."""

from pathlib import Path

from local.demo import Demo

MAY = {
    "demo-full": "everything in S3, reads IAM",
    "demo-reader": "lists and downloads only",
    "demo-uploader": "lists, uploads and reads below demo-reports/inbox/ only; reads its policies",
    "demo-nolist": "everything in demo-reports, cannot list buckets",
}


def announce(app_url: str, demo: Demo | None, state: Path) -> None:
    """Prints the demo users, which real AWS has not, and one line when the stack is ready."""
    if demo is not None:
        print("\n".join(_table(demo)))
    else:
        print("No recorder runs here: what the topic gets is counted by the one that is deployed.")
    print(f"S3 Loader is ready: {app_url}  (Ctrl-C stops it; logs in {_short(state)})", flush=True)


def _table(demo: Demo) -> list[str]:
    rows = [("user", "access key id", "secret access key", "may")]
    for name, keys in demo.users.items():
        rows.append((name, keys.access_key_id, keys.secret_access_key, MAY[name]))
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    lines = [f"{a:{widths[0]}}  {b:{widths[1]}}  {c:{widths[2]}}  {may}" for a, b, c, may in rows]
    return ["", *lines, ""]


def _short(path: Path) -> str:
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else str(path)
