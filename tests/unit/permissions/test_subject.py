import pytest
from s3loader.accounts.arns import identity_of
from s3loader.permissions.subject import subject_of

ACCOUNT = "123456789012"


@pytest.mark.parametrize(
    ("arn", "kind", "name", "shown"),
    [
        (
            f"arn:aws:iam::{ACCOUNT}:user/team/lee",
            "user",
            "lee",
            f"arn:aws:iam::{ACCOUNT}:user/team/lee",
        ),
        (
            f"arn:aws-cn:sts::{ACCOUNT}:assumed-role/Reader/lee@example.com",
            "role",
            "Reader",
            f"arn:aws-cn:iam::{ACCOUNT}:role/Reader",
        ),
        (f"arn:aws:iam::{ACCOUNT}:root", "root", "root", f"arn:aws:iam::{ACCOUNT}:root"),
        (
            f"arn:aws:sts::{ACCOUNT}:federated-user/bob",
            "federated",
            "bob",
            f"arn:aws:sts::{ACCOUNT}:federated-user/bob",
        ),
    ],
)
def test_a_session_counts_as_its_role_and_everybody_else_as_themselves(
    arn: str, kind: str, name: str, shown: str
) -> None:
    subject = subject_of(identity_of(arn))
    assert (subject.kind, subject.name, subject.arn) == (kind, name, shown)
    assert subject.account_id == ACCOUNT


def test_the_arn_that_iam_told_has_the_path() -> None:
    told = f"arn:aws:iam::{ACCOUNT}:role/team/Reader"
    session = identity_of(f"arn:aws:sts::{ACCOUNT}:assumed-role/Reader/lee")
    assert subject_of(session, told).arn == told


@pytest.mark.parametrize(
    ("resource", "possible"),
    [
        ("iam::1:user/lee", False),
        ("iam::1:root", False),
        ("sts::1:assumed-role/Reader/lee", True),
        ("sts::1:federated-user/bob", True),
        ("sts::1:assumed-role/AWSReservedSSO_Admins_0123456789abcdef/lee", False),
        ("sts::1:assumed-role/Reader/AWSReservedSSO_", True),
    ],
)
def test_only_sessions_may_be_narrowed_and_identity_centers_never(
    resource: str, possible: bool
) -> None:
    subject = subject_of(identity_of(f"arn:aws:{resource}"))
    assert subject.session_policy_possible is possible
