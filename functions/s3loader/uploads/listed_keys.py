"""Looking many keys up with few listings."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from s3loader.deadline import Deadline
from s3loader.errors import Forbidden, InvalidInput
from s3loader.uploads.ports import ListedObject, ListedPage, UploadStore

# A page of 1,000 keys takes S3 about as long as this many HEADs side by side.
_HEADS_PER_PAGE = 20


def list_keys(
    store: UploadStore, keys: Iterable[str], deadline: Deadline
) -> dict[str, ListedObject | None]:
    """Return what listings say of the keys: the object, None, or no entry where they are silent."""
    by_prefix: defaultdict[str, list[str]] = defaultdict(list)
    for key in keys:
        by_prefix[key[: key.rfind("/") + 1]].append(key)
    found: dict[str, ListedObject | None] = {}
    for prefix, wanted in by_prefix.items():
        if deadline.has_passed:
            break
        found.update(_list_prefix(store, prefix, sorted(wanted)))
    return found


def _list_prefix(
    store: UploadStore, prefix: str, wanted: Sequence[str]
) -> Mapping[str, ListedObject | None]:
    seen: dict[str, ListedObject] = {}
    known_up_to = wanted[0][:-1]  # sorts before the first key that is wanted
    for _ in range(1 + len(wanted) // _HEADS_PER_PAGE):
        try:
            page = store.list_below(prefix, start_after=known_up_to)
        except (Forbidden, InvalidInput):
            return {}
        seen.update((listed.key, listed) for listed in page.objects)
        if page.is_last:
            return {key: seen.get(key) for key in wanted}
        before, known_up_to = known_up_to, _last_entry(page, known_up_to)
        if known_up_to == before or known_up_to >= wanted[-1]:
            break
    return {key: seen.get(key) for key in wanted if key <= known_up_to}


def _last_entry(page: ListedPage, before: str) -> str:
    """Return the last key or prefix of a page; an empty page gets no further than `before`."""
    return max([before, *(listed.key for listed in page.objects), *page.prefixes])
