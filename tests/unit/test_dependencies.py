import pytest
from s3loader.deadline import Deadline
from s3loader.dependencies import _unrevoked_services
from s3loader.errors import AwsUnreachable


def test_a_deletion_does_not_begin_once_asking_firebase_took_all_the_time() -> None:
    times = iter([0.0, 60.0])
    with pytest.raises(AwsUnreachable):
        _unrevoked_services(Deadline(clock=lambda: next(times)), None, None)  # type: ignore[arg-type]
