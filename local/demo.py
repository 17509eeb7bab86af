"""What scripts need to know of a running stack: `demo.json` in its state folder."""

import json
import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Keys:
    """The access key of one demo user."""

    access_key_id: str
    secret_access_key: str


@dataclass(frozen=True)
class Demo:
    """Addresses, topic, bucket names and the keys of each user."""

    aws_endpoint: str
    app_url: str
    topic_arn: str
    buckets: list[str]
    users: dict[str, Keys]

    def write(self, path: Path) -> None:
        """Replaces the file at once; only its owner may read it."""
        document = {
            "awsEndpoint": self.aws_endpoint,
            "appUrl": self.app_url,
            "topicArn": self.topic_arn,
            "buckets": self.buckets,
            "users": {name: _keys_document(keys) for name, keys in self.users.items()},
        }
        fresh = path.with_suffix(".fresh")
        fresh.unlink(missing_ok=True)
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            json.dump(document, file, indent=2)
            file.write("\n")
        fresh.replace(path)


def known_users(path: Path) -> dict[str, Keys]:
    """The users of the stack that ran here before; none when there was no such stack."""
    if not path.exists():
        return {}
    users = json.loads(path.read_text())["users"]
    return {name: Keys(u["accessKeyId"], u["secretAccessKey"]) for name, u in users.items()}


def _keys_document(keys: Keys) -> dict[str, str]:
    return {"accessKeyId": keys.access_key_id, "secretAccessKey": keys.secret_access_key}
