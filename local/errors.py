"""What can keep the stack from running, in words for the person who started it."""


class StackError(Exception):
    """The stack cannot start or has lost a part; the message says what to do."""
