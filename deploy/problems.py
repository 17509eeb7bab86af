"""What keeps a deployment from going on, in words for the person who started it."""


class DeployError(Exception):
    """The message has one line for each thing that is wrong, with what to do."""
