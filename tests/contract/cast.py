"""Making the identities in an account: users, groups, boundaries, roles and their sessions."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from mypy_boto3_iam import IAMClient
from mypy_boto3_sts import STSClient
from mypy_boto3_sts.type_defs import CredentialsTypeDef

from tests.contract.identities import Identity, Statement

_TRUST = {
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "sts:AssumeRole"}],
}


@dataclass(frozen=True)
class Keys:
    """What somebody would register, and the ARN that a bucket's policy names."""

    key_id: str
    secret: str
    session_token: str | None
    arn: str


class Cast:
    """Makes identities with an administrator's clients."""

    def __init__(self, iam: IAMClient, sts: STSClient) -> None:
        self._iam = iam
        self._sts = sts

    def make(self, identity: Identity) -> Keys:
        return self._session(identity) if identity.role else self._user(identity)

    def _user(self, identity: Identity) -> Keys:
        name = identity.name
        arn = self._iam.create_user(UserName=name)["User"]["Arn"]
        if identity.boundary:
            boundary = self._managed(f"{name}-boundary", identity.boundary)
            self._iam.put_user_permissions_boundary(UserName=name, PermissionsBoundary=boundary)
        if identity.inline:
            policy = _document(identity.inline)
            self._iam.put_user_policy(UserName=name, PolicyName=name, PolicyDocument=policy)
        if identity.attached:
            attached = self._managed(name, identity.attached)
            self._iam.attach_user_policy(UserName=name, PolicyArn=attached)
        if identity.group_inline or identity.group_attached:
            self._group(identity)
        key = self._iam.create_access_key(UserName=name)["AccessKey"]
        return Keys(key["AccessKeyId"], key["SecretAccessKey"], None, arn)

    def _group(self, identity: Identity) -> None:
        name = f"{identity.name}-group"
        self._iam.create_group(GroupName=name)
        self._iam.add_user_to_group(GroupName=name, UserName=identity.name)
        policy = _document(identity.group_inline)
        self._iam.put_group_policy(GroupName=name, PolicyName=name, PolicyDocument=policy)
        attached = self._managed(name, identity.group_attached)
        self._iam.attach_group_policy(GroupName=name, PolicyArn=attached)

    def _session(self, identity: Identity) -> Keys:
        name = identity.name
        made = self._iam.create_role(RoleName=name, AssumeRolePolicyDocument=json.dumps(_TRUST))
        policy = _document(identity.inline)
        self._iam.put_role_policy(RoleName=name, PolicyName=name, PolicyDocument=policy)
        arn = made["Role"]["Arn"]
        if not identity.session:
            found = self._sts.assume_role(RoleArn=arn, RoleSessionName="proof")
        else:
            narrowing = _document(identity.session)
            found = self._sts.assume_role(RoleArn=arn, RoleSessionName="proof", Policy=narrowing)
        return _keys(found["Credentials"], found["AssumedRoleUser"]["Arn"])

    def make_root(self) -> Keys:
        """A session of the root user, which has root's rights and keys of an ordinary shape."""
        return _keys(self._sts.get_session_token()["Credentials"], "root")

    def make_federated(self, statements: Sequence[Statement]) -> Keys:
        """A federated user with a policy that nobody can read."""
        policy = _document(statements)
        found = self._sts.get_federation_token(Name="federated", Policy=policy)
        return _keys(found["Credentials"], "federated")

    def _managed(self, name: str, statements: Sequence[Statement]) -> str:
        made = self._iam.create_policy(PolicyName=name, PolicyDocument=_document(statements))
        return made["Policy"]["Arn"]


def _document(statements: Sequence[Statement]) -> str:
    return json.dumps({"Version": "2012-10-17", "Statement": list(statements)})


def _keys(found: CredentialsTypeDef, arn: str) -> Keys:
    return Keys(found["AccessKeyId"], found["SecretAccessKey"], found["SessionToken"], arn)
