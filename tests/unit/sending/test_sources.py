"""Which files paths, patterns and directories stand for."""

import os
from pathlib import Path

import pytest
from s3loader.sending.failures import LocalError
from s3loader.sending.source_files import SourceFile
from s3loader.sending.sources import find_files


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("a.txt", "b.txt", "logs/.hidden", "logs/one.log", "logs/deep/two.log"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return tmp_path


def keys(*arguments: str) -> list[str]:
    return [
        entry.folder + entry.name
        if isinstance(entry, SourceFile)
        else f"{entry[0]}: {entry[1].code}"
        for entry in find_files(arguments)
    ]


def test_files_go_by_name_alone_whatever_folder_they_lie_in() -> None:
    assert keys("logs/deep/two.log", "a.txt") == ["two.log", "a.txt"]


def test_a_directorys_files_keep_their_place_below_it_hidden_ones_too() -> None:
    assert keys("logs") == ["logs/.hidden", "logs/deep/two.log", "logs/one.log"]
    assert keys("logs/") == keys("logs")


def test_the_inside_of_a_directory_has_no_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("logs")
    assert keys(".") == [".hidden", "deep/two.log", "one.log"]
    assert keys("../logs/.") == ["logs/.hidden", "logs/deep/two.log", "logs/one.log"]


def test_patterns_are_expanded_where_no_shell_did() -> None:
    assert keys("*.txt") == ["a.txt", "b.txt"]
    assert keys("logs/**/*.log") == ["two.log", "one.log"]


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(here: Path) -> None:
    (here / "[ab].txt").write_text("x")
    assert keys("[ab].txt") == ["[ab].txt"]


def test_a_file_that_is_named_twice_goes_once() -> None:
    assert keys("a.txt", "a.txt", "*.txt") == ["a.txt", "b.txt"]


def test_what_is_not_there_or_matches_nothing_fails_by_itself() -> None:
    assert keys("none", "a.txt", "*.none") == [
        "none: file_missing",
        "a.txt",
        "*.none: file_missing",
    ]


def test_a_pipe_is_no_file(here: Path) -> None:
    os.mkfifo(here / "pipe")
    assert keys("pipe") == ["pipe: not_a_file"]


def test_links_are_followed_but_not_round_and_round(here: Path) -> None:
    (here / "logs" / "again").symlink_to(here / "logs")
    (here / "logs" / "copy").symlink_to(here / "a.txt")
    assert keys("logs") == ["logs/.hidden", "logs/copy", "logs/deep/two.log", "logs/one.log"]


def test_a_link_to_nothing_cannot_be_read(here: Path) -> None:
    (here / "broken").symlink_to(here / "gone")
    assert keys("broken") == ["broken: file_unreadable"]


def test_one_file_can_get_another_name() -> None:
    (found,) = find_files(["a.txt"], rename="z.txt")
    assert isinstance(found, SourceFile)
    assert (found.name, found.path) == ("z.txt", Path("a.txt"))


def test_a_file_that_was_written_to_is_noticed(here: Path) -> None:
    (found,) = find_files(["a.txt"])
    assert isinstance(found, SourceFile)
    found.check_unchanged()
    (here / "a.txt").write_text("more than before")
    with pytest.raises(LocalError) as changed:
        found.check_unchanged()
    assert changed.value.code == "file_changed"


def test_a_file_that_was_written_to_without_growing_is_noticed(here: Path) -> None:
    (found,) = find_files(["a.txt"])
    assert isinstance(found, SourceFile)
    os.utime(here / "a.txt", ns=(found.modified, found.modified + 1))
    with pytest.raises(LocalError) as changed:
        found.check_unchanged()
    assert changed.value.code == "file_changed"
