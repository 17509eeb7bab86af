from pathlib import Path

from cryptography.fernet import Fernet
from s3loader.accounts.key_file import KeyFile


def test_a_missing_key_file_is_made_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "new" / "seal.key"
    (key,) = KeyFile(path).read()
    Fernet(key)
    assert path.stat().st_mode & 0o777 == 0o600
    assert [file.name for file in path.parent.iterdir()] == ["seal.key"]


def test_the_key_stays_the_same(tmp_path: Path) -> None:
    path = tmp_path / "seal.key"
    assert KeyFile(path).read() == KeyFile(path).read()


def test_two_processes_that_start_at_once_agree(tmp_path: Path) -> None:
    path = tmp_path / "seal.key"
    first, second = KeyFile(path), KeyFile(path)
    first._create()
    second._create()
    assert first.read() == second.read()


def test_a_file_can_hold_older_keys_behind_the_newest(tmp_path: Path) -> None:
    keys = [Fernet.generate_key(), Fernet.generate_key()]
    path = tmp_path / "seal.key"
    path.write_bytes(b"\n".join(keys))
    assert KeyFile(path).read() == keys
