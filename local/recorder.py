"""The recorder process: the function that counts events, invoked as Lambda would invoke it."""

import os
import signal
import sys
import time
from collections.abc import Callable
from typing import NoReturn

from s3loader.observability import logger
from s3loader.recorder import handler
from s3loader.recorder_settings import load_recorder_settings
from s3loader.settings import SettingsError

from local.embedded_aws import QUEUE
from local.seed import administrator
from local.trigger import Trigger

_FIRST_PAUSE_SECONDS = 1.0
_LONGEST_PAUSE_SECONDS = 30.0


def pull_forever(pull: Callable[[], None], pause: Callable[[float], None]) -> NoReturn:
    """Pulls again and again; pauses longer after each failure in a row."""
    seconds = _FIRST_PAUSE_SECONDS
    while True:
        try:
            pull()
            seconds = _FIRST_PAUSE_SECONDS
        except Exception as error:  # whatever fails now may work later; the messages wait
            logger.warning("queue not served", extra={"cause": type(error).__name__})
            pause(seconds)
            seconds = min(2 * seconds, _LONGEST_PAUSE_SECONDS)


def main() -> None:
    """Serves the queue of AWS_ENDPOINT until SIGTERM; a batch under way then comes again."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        load_recorder_settings()
        sqs = administrator.sqs(os.environ["AWS_ENDPOINT"])
        pull_forever(Trigger(sqs, QUEUE, handler).pull, time.sleep)
    except SettingsError as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        return


if __name__ == "__main__":
    main()
