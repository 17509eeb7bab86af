"""How a stream of unknown length is cut: into parts that grow with what has been sent."""

from collections.abc import Iterator
from dataclasses import dataclass

from s3loader.limits import MAX_PARTS, MAX_PUT_SIZE, MIB
from s3loader.uploads.layout import Layout

# A part is a 250th of what was sent before it. So 8 MiB become 5 GiB within 1,900 parts, and
# 10,000 parts hold 41 TiB; to hold 48.8 TiB, every part must have 5 GiB from the first one on.
_SHARE = 250


@dataclass(frozen=True)
class GrowingLayout(Layout):
    """Sizes in bytes; `expected` makes parts large enough for so much from the beginning."""

    expected: int = 0

    def next_size(self, sent: int) -> int:
        """Return the size of the part that begins there, unless the stream ends in it."""
        grown = -(-sent // (_SHARE * MIB)) * MIB
        return min(MAX_PUT_SIZE, max(super().part_size(self.expected), grown))

    def part_count(self, size: int) -> int:
        """Return the number of parts; at least one."""
        return max(1, sum(1 for _ in self._sizes(size)))

    def part_size(self, size: int) -> int:
        """Return the size of the largest part."""
        return max(self._sizes(size), default=self.smallest)

    def part_length(self, size: int, part_number: int) -> int:
        """Return the exact length of one part."""
        return list(self._sizes(size))[part_number - 1]

    @property
    def capacity(self) -> int:
        """How much 10,000 parts hold."""
        sent = 0
        for _ in range(MAX_PARTS):
            sent += self.next_size(sent)
        return sent

    def _sizes(self, size: int) -> Iterator[int]:
        sent = 0
        while sent < size:
            length = min(self.next_size(sent), size - sent)
            yield length
            sent += length
