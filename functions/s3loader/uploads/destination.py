"""Where a batch goes: a prefix that exists, and the names that are taken there."""

from collections.abc import Iterable

from s3loader.concurrency import concurrently
from s3loader.errors import Conflict, ErrorCode, Forbidden, InvalidInput, Missing
from s3loader.uploads.models import OnConflict
from s3loader.uploads.names import check_prefix
from s3loader.uploads.ports import UploadStore


class Destination:
    """An existing prefix and what is known to lie directly below it."""

    def __init__(
        self, store: UploadStore, prefix: str, existing: set[str], *, complete: bool
    ) -> None:
        self._store = store
        self._existing = existing
        self._reserved: set[str] = set()
        self._complete = complete
        self.prefix = prefix

    def name_for(self, name: str, on_conflict: OnConflict) -> str:
        """Reserve the name under which a file of this batch may go.

        Raises:
            Conflict: conflict, where an object or an earlier file of the batch has the name
        """
        chosen = self._free_name(name) if on_conflict == "keep-both" else name
        taken = chosen in self._reserved or chosen in self._existing
        if chosen in self._reserved or (taken and on_conflict == "refuse"):
            raise _conflict(self.prefix + chosen)
        self._reserved.add(chosen)
        return chosen

    def learn(self, names: Iterable[str]) -> None:
        """Ask what is there that begins like these names, where the first listing was cut.

        Where that is denied too, If-None-Match still guards each PUT.
        """
        if not self._complete:
            stems = sorted({_split(name)[0] for name in names})
            self._existing.update(*concurrently(self._names_like, stems))

    def check_free(self, name: str) -> None:
        """Ask about one name where the first listing was cut.

        Raises:
            Conflict: conflict
        """
        if not self._complete and name in self._names_like(name):
            raise _conflict(self.prefix + name)

    def _names_like(self, stem: str) -> set[str]:
        try:
            page = self._store.list_below(self.prefix, starts_with=stem)
        except (Forbidden, InvalidInput):
            return set()
        return {found.key.removeprefix(self.prefix) for found in page.objects}

    def _free_name(self, name: str) -> str:
        """Return the name, or the first free of "name (1).ext", "name (2).ext", and so on."""
        stem, ending = _split(name)
        candidate, number = name, 0
        while candidate in self._existing or candidate in self._reserved:
            number += 1
            candidate = f"{stem} ({number}){ending}"
        return candidate


def find_destination(store: UploadStore, prefix: str) -> Destination:
    """Make sure that the prefix exists; the bucket's root always does.

    Raises:
        InvalidInput: prefix_invalid, key_too_long
        Missing: prefix_not_found
        Forbidden: prefix_not_verifiable, where neither listing nor the marker can be read
    """
    check_prefix(prefix)
    try:
        page = store.list_below(prefix)
    except Forbidden as denied:
        if prefix:
            _check_marker(store, prefix, denied)
        return Destination(store, prefix, set(), complete=False)
    if prefix and not page.objects and not page.prefixes:
        raise _not_found(prefix)
    existing = {found.key.removeprefix(prefix) for found in page.objects}
    return Destination(store, prefix, existing, complete=page.is_last)


def _check_marker(store: UploadStore, prefix: str, denied: Forbidden) -> None:
    try:
        store.head(prefix)
    except (Missing, Forbidden):
        raise Forbidden(
            ErrorCode.PREFIX_NOT_VERIFIABLE,
            "The account may not list this path, so whether it exists cannot be told. "
            "Ask for s3:ListBucket on it.",
            {"prefix": prefix, **denied.params},
        ) from None


def _not_found(prefix: str) -> Missing:
    return Missing(
        ErrorCode.PREFIX_NOT_FOUND,
        "That path does not exist, and uploading never creates one. Choose an existing path.",
        {"prefix": prefix},
    )


def _conflict(key: str) -> Conflict:
    return Conflict(
        ErrorCode.CONFLICT,
        "A file of that name is already there. Replace it, keep both or skip.",
        {"key": key},
    )


def _split(name: str) -> tuple[str, str]:
    """Return "name" and ".ext"; a name like ".env" has no ending."""
    stem, dot, ending = name.rpartition(".")
    return (stem, dot + ending) if stem else (name, "")
