"""Every environment variable, validated once."""


class Settings:
    """stub"""

    def __init__(self, **kw): ...
