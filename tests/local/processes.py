"""Looks at processes through /proc: who belongs to whom, what they listen on, when they end."""

import ipaddress
import os
import select
from pathlib import Path

_LISTEN = "0A"


def tree(pid: int) -> set[int]:
    """The process and all its descendants."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return {pid}.union(*(tree(int(child)) for child in children))


def listening_addresses(pids: set[int]) -> set[tuple[str, int]]:
    """Address and port of every TCP socket that these processes listen on."""
    inodes = {inode for pid in pids for inode in _socket_inodes(pid)}
    return {
        _address(fields[1])
        for table in ("tcp", "tcp6")
        for fields in map(str.split, Path(f"/proc/net/{table}").read_text().splitlines()[1:])
        if fields[3] == _LISTEN and fields[9] in inodes
    }


def still_running(pids: set[int], within_seconds: float) -> set[int]:
    """Those of the processes that have not ended within the time."""
    return {pid for pid in pids if not _ends(pid, within_seconds)}


def _ends(pid: int, within_seconds: float) -> bool:
    try:
        handle = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    try:
        return bool(select.select([handle], [], [], within_seconds)[0])
    finally:
        os.close(handle)


def _socket_inodes(pid: int) -> set[str]:
    links = {str(descriptor.readlink()) for descriptor in Path(f"/proc/{pid}/fd").iterdir()}
    return {link[len("socket:[") : -1] for link in links if link.startswith("socket:[")}


def _address(field: str) -> tuple[str, int]:
    host, port = field.split(":")
    words = [bytes.fromhex(host[at : at + 8])[::-1] for at in range(0, len(host), 8)]
    return str(ipaddress.ip_address(b"".join(words))), int(port, 16)
