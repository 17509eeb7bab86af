"""Answers of S3 are remembered for a few minutes, each for one identity and place."""

from dataclasses import replace

import pytest
from s3loader.permissions.observed import Observations, Occasion

HERE = Occasion("someone", "reports", "s3:PutObject", "inbox/")


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def observations(clock: Clock) -> Observations:
    return Observations(clock, size=3)


def test_the_last_answer_counts(observations: Observations) -> None:
    assert observations.recall(HERE) is None
    observations.note(HERE, let_through=False)
    assert observations.recall(HERE) is False
    observations.note(HERE, let_through=True)
    assert observations.recall(HERE) is True


def test_an_answer_is_forgotten_after_five_minutes(
    observations: Observations, clock: Clock
) -> None:
    observations.note(HERE, let_through=False)
    clock.now = 300
    assert observations.recall(HERE) is False
    clock.now = 300.1
    assert observations.recall(HERE) is None


@pytest.mark.parametrize(
    "elsewhere",
    [
        replace(HERE, who="someone else"),
        replace(HERE, bucket="photos"),
        replace(HERE, action="s3:DeleteObject"),
        replace(HERE, prefix=""),
    ],
)
def test_an_answer_says_nothing_about_anyone_or_anything_else(
    observations: Observations, elsewhere: Occasion
) -> None:
    observations.note(HERE, let_through=False)
    assert observations.recall(elsewhere) is None


def test_forgetting_is_for_one_identity_in_one_bucket(observations: Observations) -> None:
    others = [replace(HERE, who="someone else"), replace(HERE, bucket="photos")]
    for occasion in (HERE, *others):
        observations.note(occasion, let_through=True)
    observations.forget("someone", "reports")
    assert observations.recall(HERE) is None
    assert [observations.recall(other) for other in others] == [True, True]


def test_only_so_many_are_kept_and_the_oldest_goes_first(observations: Observations) -> None:
    places = [replace(HERE, prefix=f"{number}/") for number in range(4)]
    for place in places:
        observations.note(place, let_through=True)
    assert [observations.recall(place) for place in places] == [None, True, True, True]


def test_one_refused_key_does_not_speak_for_the_others(observations: Observations) -> None:
    for _ in range(2):
        observations.note_refused(HERE, "inbox/a")
    assert observations.recall(HERE) is None
    assert observations.refused_one(HERE)


def test_two_refused_keys_speak_for_all(observations: Observations) -> None:
    for key in ("inbox/a", "inbox/b", "inbox/b"):
        observations.note_refused(HERE, key)
    assert observations.recall(HERE) is False
    assert not observations.refused_one(HERE)


def test_a_refused_key_leaves_a_refusal_of_all_but_not_what_was_let_through(
    observations: Observations,
) -> None:
    observations.note(HERE, let_through=False)
    observations.note_refused(HERE, "inbox/a")
    assert observations.recall(HERE) is False
    observations.note(HERE, let_through=True)
    observations.note_refused(HERE, "inbox/a")
    assert observations.recall(HERE) is None
    assert observations.refused_one(HERE)


def test_a_refused_key_is_forgotten_after_five_minutes(
    observations: Observations, clock: Clock
) -> None:
    observations.note_refused(HERE, "inbox/a")
    clock.now = 300.1
    assert not observations.refused_one(HERE)
    observations.note_refused(HERE, "inbox/b")
    assert observations.recall(HERE) is None
