"""Finding the files that paths, patterns and directories stand for."""

import glob
import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from s3loader.sending.failures import LocalCode, LocalError
from s3loader.sending.source_files import SourceFile, cannot_read, read_status

Found = SourceFile | tuple[str, LocalError]


def find_files(arguments: Sequence[str], rename: str = "") -> list[Found]:
    """Return the files in order, each once, and the failures of what is none.

    Args:
        arguments: paths, patterns like `logs/*.gz` or `logs/**/*.gz`, and directories, whose
            files keep their place below them
        rename: the name that the one file gets instead of its own
    """
    found: dict[str, Found] = {}
    for argument in arguments:
        for path in _expand(argument):
            for entry in _below(path, "", set()):
                found.setdefault(_path_of(entry), entry)
    entries = list(found.values())
    if rename and len(entries) == 1 and isinstance(entries[0], SourceFile):
        return [entries[0].renamed(rename)]
    return entries


def _expand(argument: str) -> list[Path]:
    """Return what a pattern matches; a file may have a name that looks like one."""
    if not os.path.lexists(argument) and glob.has_magic(argument):
        matches = sorted(glob.glob(argument, recursive=True))  # noqa: PTH207 - also absolute ones
        return [Path(match) for match in matches] or [Path(argument)]
    return [Path(argument)]


def _below(path: Path, folder: str, above: set[tuple[int, int]]) -> Iterator[Found]:
    try:
        status = _status(path)
        if not stat.S_ISDIR(status.st_mode):
            yield _file(path, folder, status)
            return
        children = sorted(path.iterdir())
    except LocalError as error:
        yield str(path), error
        return
    except OSError as error:
        yield str(path), cannot_read(path, error)
        return
    here = (status.st_dev, status.st_ino)
    if here not in above:  # a link back would go round for ever
        inside = f"{folder}{path.name}/" if path.name not in ("", "..") else folder
        for child in children:
            yield from _below(child, inside, above | {here})


def _status(path: Path) -> os.stat_result:
    if not os.path.lexists(path):
        raise LocalError(
            LocalCode.FILE_MISSING,
            "There is no such file. Check the path; a pattern that matches nothing ends here too.",
            {"path": str(path)},
        )
    return read_status(path)


def _file(path: Path, folder: str, status: os.stat_result) -> SourceFile:
    if not stat.S_ISREG(status.st_mode):
        raise LocalError(
            LocalCode.NOT_A_FILE,
            "That is a pipe or a device. Send it as a stream: s3loader upload - s3://bucket/key",
            {"path": str(path)},
        )
    return SourceFile(path, folder, path.name, status.st_size, status.st_mtime_ns)


def _path_of(entry: Found) -> str:
    return str(entry.path) if isinstance(entry, SourceFile) else entry[0]
