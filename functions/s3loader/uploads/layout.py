"""How a file is cut into parts; sizes in bytes."""

from dataclasses import dataclass

from s3loader.limits import MAX_PARTS, MIB


@dataclass(frozen=True)
class Layout:
    """Parts of one size, `smallest` where 10,000 of them suffice; the last one may be shorter."""

    smallest: int = 8 * MIB

    def part_size(self, size: int) -> int:
        """Return the size of every part but the last: whole MiB where the smallest is too small."""
        needed = -(-size // MAX_PARTS)
        return self.smallest if needed <= self.smallest else -(-needed // MIB) * MIB

    def part_count(self, size: int) -> int:
        """Return the number of parts; at least one."""
        return max(1, -(-size // self.part_size(size)))

    def part_length(self, size: int, part_number: int) -> int:
        """Return the exact length of one part, 1 to `part_count(size)`."""
        whole = self.part_size(size)
        return min(whole, size - (part_number - 1) * whole)
