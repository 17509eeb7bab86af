"""Who may do what in a deployed stack."""

from typing import Any

from s3loader.settings import Settings

from tests.template.reading import actions, of_type, statements

# What takes no narrower resource, or, in a key's policy, means the key itself.
ANY_RESOURCE = {"s3:ListAllMyBuckets"}


def test_no_action_is_a_wildcard(resources: dict[str, Any]) -> None:
    found = {(name, action) for name, one in statements(resources) for action in actions(one)}
    assert found
    assert not [pair for pair in found if "*" in pair[1] or "?" in pair[1]]


def test_nothing_is_allowed_on_every_resource_but_what_takes_no_narrower_one(
    resources: dict[str, Any],
) -> None:
    for name, statement in statements(resources):
        if statement["Effect"] == "Allow" and statement.get("Resource") == "*" and name != "Key":
            assert set(actions(statement)) <= ANY_RESOURCE, name


def test_everybody_is_only_ever_denied(resources: dict[str, Any]) -> None:
    for name, statement in statements(resources):
        if statement.get("Principal") in ("*", {"AWS": "*"}):
            assert statement["Effect"] == "Deny", name


def test_services_act_for_this_account_or_this_stack_only(resources: dict[str, Any]) -> None:
    for name, statement in statements(resources):
        service = statement.get("Principal", {})
        if isinstance(service, dict) and "Service" in service:
            assumes = actions(statement) == ["sts:AssumeRole"]
            assert assumes or "Condition" in statement, f"{name} {statement}"


def test_every_permission_of_a_function_names_its_caller(resources: dict[str, Any]) -> None:
    for name, properties in of_type(resources, "AWS::Lambda::Permission").items():
        assert properties["SourceArn"], name


def test_no_bucket_is_public(resources: dict[str, Any]) -> None:
    buckets = of_type(resources, "AWS::S3::Bucket")
    assert buckets
    for properties in buckets.values():
        assert set(properties["PublicAccessBlockConfiguration"].values()) == {True}
        assert properties["VersioningConfiguration"] == {"Status": "Enabled"}
        assert properties["BucketEncryption"]


def test_the_lent_role_reaches_the_allowed_buckets_only(resources: dict[str, Any]) -> None:
    assert resources["LentPolicy"]["Condition"] == "LendsRole"
    for _, statement in statements({"LentPolicy": resources["LentPolicy"]}):
        if set(actions(statement)) <= ANY_RESOURCE or actions(statement)[0].startswith("iam:"):
            continue
        assert "AllowedBuckets" in str(statement["Resource"])


def test_topics_and_queues_are_encrypted(resources: dict[str, Any]) -> None:
    assert all(one["KmsMasterKeyId"] for one in of_type(resources, "AWS::SNS::Topic").values())
    for queue in of_type(resources, "AWS::SQS::Queue").values():
        assert queue["SqsManagedSseEnabled"] is True


def test_the_sealing_key_has_32_bytes_and_is_rotated(resources: dict[str, Any]) -> None:
    made = resources["SealSecret"]["Properties"]["GenerateSecretString"]
    assert made["PasswordLength"] == 43  # of 64 signs: 258 bits, of which Fernet takes 256
    assert made["ExcludePunctuation"] is True
    assert resources["SealRotation"]["Properties"]["SecretId"] == {"Ref": "SealSecret"}


def test_settings_name_no_secret_that_the_environment_would_hold() -> None:
    named = [name for name in Settings.model_fields if "secret" in name or "password" in name]
    assert all(name.endswith("_arn") for name in named)
