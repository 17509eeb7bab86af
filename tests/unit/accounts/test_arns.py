import pytest
from s3loader.accounts.arns import identity_of


@pytest.mark.parametrize(
    ("arn", "kind", "name"),
    [
        ("arn:aws:iam::123456789012:user/lee", "user", "lee"),
        ("arn:aws:iam::123456789012:user/team/ops/lee", "user", "lee"),
        ("arn:aws-cn:iam::123456789012:user/lee", "user", "lee"),
        ("arn:aws:sts::123456789012:assumed-role/Deploy/lee@x", "role", "Deploy/lee@x"),
        ("arn:aws-us-gov:sts::123456789012:federated-user/kim", "federated", "kim"),
        ("arn:aws:iam::123456789012:root", "root", "root"),
        ("arn:aws:sts::123456789012:new-thing/x", "federated", "x"),
    ],
)
def test_an_arn_tells_account_kind_and_name(arn: str, kind: str, name: str) -> None:
    identity = identity_of(arn)
    assert (identity.account_id, identity.kind, identity.name) == ("123456789012", kind, name)
    assert identity.arn == arn
