"""Ties a process to its parent, so that nothing survives a parent that was killed."""

import ctypes
import os
import sys

_PR_SET_PDEATHSIG = 1  # prctl(2)


def end_with_parent(parent: int, signal_number: int) -> None:
    """Asks the kernel to send this process a signal when `parent` ends; only Linux can."""
    if sys.platform != "linux":
        return
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal_number)
    if os.getppid() != parent:  # it ended before the kernel knew
        os.kill(os.getpid(), signal_number)
