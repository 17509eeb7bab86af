"""Reading what a user did."""

from datetime import date, datetime

from s3loader.activity.models import MAX_DAYS, Activity
from s3loader.activity.ports import Ledger
from s3loader.caller import Caller
from s3loader.errors import ErrorCode, InvalidInput, Missing

_USUAL_DAYS = 30


def read_activity(
    ledger: Ledger | None, caller: Caller, first: date | None, last: date | None, now: datetime
) -> Activity:
    """Return the caller's counts of the days asked for, or of the last 30.

    Raises:
        Missing: statistics_off
        InvalidInput: date_range_invalid
        StoreUnavailable: statistics_unavailable
    """
    if ledger is None:
        raise Missing(
            ErrorCode.STATISTICS_OFF,
            "This server keeps no statistics. Its administrator can set STATISTICS.",
        )
    today = now.astimezone(ledger.zone).date()
    last = last or max(today, first or today)
    first = first or _usual_first(last)
    _check(first, last)
    return Activity(
        store=ledger.kind,
        time_zone=ledger.zone.key,
        today=today,
        first=first,
        last=last,
        counts=list(ledger.store.read(caller.user, first, last)),
    )


def _usual_first(last: date) -> date:
    return date.fromordinal(max(1, last.toordinal() - _USUAL_DAYS + 1))


def _check(first: date, last: date) -> None:
    if not 0 <= (last - first).days < MAX_DAYS:
        raise InvalidInput(
            ErrorCode.DATE_RANGE_INVALID,
            f"Ask for at most {MAX_DAYS} days, the first not after the last.",
            {"limit": MAX_DAYS},
        )
