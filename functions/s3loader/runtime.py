"""The composition root: settings in, ports out."""

from s3loader.caller import Caller


class CallerServices:
    """What one caller's AWS account offers."""


class Runtime:
    """Everything that lives as long as the process."""

    def authenticate(self, bearer: str | None) -> Caller:
        """Return the caller of a bearer token."""
        raise NotImplementedError

    def services_of(self, caller: Caller) -> CallerServices:
        """Return the caller's AWS ports."""
        raise NotImplementedError
