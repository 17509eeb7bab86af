"""How a file is cut into parts; sizes in bytes."""

from s3loader.limits import MAX_PARTS, MIB

_MIN_PART = 8 * MIB


def part_size(size: int) -> int:
    """Return the size of every part but the last: 8 MiB, or more so that 10,000 suffice."""
    needed = -(-size // MAX_PARTS)
    return max(_MIN_PART, -(-needed // MIB) * MIB)


def part_count(size: int) -> int:
    """Return the number of parts; at least one."""
    return max(1, -(-size // part_size(size)))


def part_length(size: int, part_number: int) -> int:
    """Return the exact length of one part, 1 to `part_count(size)`."""
    whole = part_size(size)
    return min(whole, size - (part_number - 1) * whole)
