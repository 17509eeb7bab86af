"""Running an upload for a terminal or a script: what it shows, and its exit code."""

import sys
from collections.abc import Sequence

from s3loader.cli.interruption import EXIT_INTERRUPTED, Interruption
from s3loader.cli.output import Output
from s3loader.cli.words import Language, word
from s3loader.errors import ErrorCode, S3LoaderError, Unauthenticated, json_params
from s3loader.sending.account import Place
from s3loader.sending.failures import AddressInvalid, LocalError, NoCredentials
from s3loader.sending.local_settings import LocalSettings
from s3loader.sending.options import Options
from s3loader.sending.report import UploadReport
from s3loader.sending.run import Run, Sources
from s3loader.settings import SettingsError, load

EXIT_FAILED = 1
EXIT_USAGE = 2
EXIT_CREDENTIALS = 3

_STREAM = "-"
_OF_CREDENTIALS = (
    ErrorCode.ACCESS_KEY_UNKNOWN,
    ErrorCode.SECRET_KEY_WRONG,
    ErrorCode.SESSION_TOKEN_INVALID,
    ErrorCode.CREDENTIALS_EXPIRED,
)


class UploadCommand:
    """One `s3loader upload`."""

    def __init__(self, output: Output, language: Language, options: Options) -> None:
        self._output = output
        self._language = language
        self._options = options
        self._run: Run | None = None

    def carry_out(
        self, sources: Sequence[str], to: str, place: Place, log_level: str | None
    ) -> int:
        """Return the exit code."""
        if _STREAM in sources and len(sources) > 1:
            self._output.say(self._word("alone"))
            return EXIT_USAGE
        Interruption(lambda: self._output.say(self._word("stopping")))
        try:
            settings = _settings(log_level)
            self._run = Run(to, self._options, place, settings, self._output)
            report = self._run.upload(_sources(sources))
        except (S3LoaderError, LocalError) as error:
            self._output.close()
            self._output.error(error.code, error.detail, json_params(error.params))
            return _exit_code(error)
        except SettingsError as error:
            self._output.say(str(error))
            return EXIT_USAGE
        except KeyboardInterrupt:
            self._output.close()
            self._tell_end(self._run.report if self._run else UploadReport([]))
            return EXIT_INTERRUPTED
        self._output.close()
        self._output.summary(report, dry_run=self._options.dry_run)
        self._tell_silence(report, settings)
        return _code_of(report)

    def _tell_end(self, report: UploadReport) -> None:
        self._output.say(self._word("stopped"))
        if report.left:
            self._output.say(self._word("left", keys=", ".join(report.left)))
        elif self._options.resume:
            self._output.say(self._word("kept"))
        elif report.aborted:
            self._output.say(self._word("aborted", count=len(report.aborted)))
        else:
            self._output.say(self._word("nothing_left"))

    def _tell_silence(self, report: UploadReport, settings: LocalSettings) -> None:
        """Subscribers may wait for what they will never hear of."""
        untold = [
            result
            for result in report.results
            if result.kind == "completed" and not result.notified
        ]
        if settings.sns_topic_arn and untold:
            self._output.say(self._word("not_told", count=len(untold)))

    def _word(self, name: str, **values: str | int) -> str:
        return word(self._language, name, **values)


def _settings(log_level: str | None) -> LocalSettings:
    settings = load(LocalSettings)
    return settings.model_copy(update={"log_level": log_level}) if log_level else settings


def _sources(sources: Sequence[str]) -> Sources:
    return sys.stdin.buffer if list(sources) == [_STREAM] else list(sources)


def _code_of(report: UploadReport) -> int:
    codes = {failure.code for failure in report.failures}
    if codes and codes <= set(_OF_CREDENTIALS):
        return EXIT_CREDENTIALS
    return EXIT_FAILED if codes else 0


def _exit_code(error: Exception) -> int:
    if isinstance(error, Unauthenticated | NoCredentials):
        return EXIT_CREDENTIALS
    return EXIT_USAGE if isinstance(error, AddressInvalid) else EXIT_FAILED
