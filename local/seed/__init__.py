"""Demo data of a local AWS: buckets, objects, topic, queue and users; safe to repeat."""

from pathlib import Path

from local.demo import Demo, known_users
from local.embedded_aws import TOPIC_ARN
from local.ports import HOST
from local.seed import administrator
from local.seed.buckets import BUCKETS, ensure_buckets
from local.seed.objects import put_samples
from local.seed.queue import ensure_queue
from local.seed.users import ensure_users


def seed(app_port: int, aws_port: int, record: Path, endpoint: str | None = None) -> Demo:
    """Makes what is missing and writes `record` (demo.json); objects only into new buckets.

    `endpoint` is where this process reaches the AWS that others reach at `aws_port`.
    """
    public = f"http://{HOST}:{aws_port}"
    endpoint = endpoint or public
    s3 = administrator.s3(endpoint)
    made = ensure_buckets(s3, app_port)
    put_samples(s3, made if record.exists() else BUCKETS)
    sns = administrator.sns(endpoint)
    topic = sns.create_topic(Name=TOPIC_ARN.rpartition(":")[2])["TopicArn"]
    ensure_queue(administrator.sqs(endpoint), sns, topic)
    users = ensure_users(administrator.iam(endpoint), known_users(record))
    demo = Demo(public, f"http://{HOST}:{app_port}", topic, list(BUCKETS), users)
    demo.write(record)
    return demo
