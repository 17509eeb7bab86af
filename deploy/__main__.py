"""`python -m deploy up|destroy ENV`: puts S3 Loader into AWS, or takes it out again."""

import argparse
import sys
from collections.abc import Callable
from datetime import UTC, datetime

import boto3
import httpx
from botocore.exceptions import BotoCoreError, ClientError

from deploy import needs, pages, stack
from deploy.environment import ROOT, Environment, read_environment
from deploy.health import check_health
from deploy.problems import DeployError

DIST = ROOT / "frontend" / "dist"

_LEFT_TO_DO = """\
Left to do: CORS on the buckets (the app's doctor shows and repairs the rules), the mail that
confirms the alarms, and the domain's records if it has one. docs/operations.md goes on."""


def up(environment: Environment, waf: str | None) -> None:
    """Deploy everything; doing it again changes only what has changed.

    Args:
        waf: "on" or "off"; None leaves the firewall, or that there is none, as it is
    """
    session = boto3.Session(region_name=environment.region)
    needs.require([needs.engine, needs.credentials(session.client("sts"))])
    if waf == "on":
        name = stack.firewall(stack.run, environment)
        found = stack.outputs(session.client("cloudformation", "us-east-1"), name)
        environment = environment.with_firewall(found["WebAclArn"])
    elif waf == "off":
        environment = environment.with_firewall("")
    stack.build(stack.run)
    stack.deploy(stack.run, environment)
    outputs = stack.outputs(session.client("cloudformation"), environment.stack)
    published = pages.publish(
        session.client("s3"), outputs["PagesBucketName"], DIST, datetime.now(UTC)
    )
    print(f"Pages: {len(published.uploaded)} new, {len(published.removed)} removed")
    if "index.html" in published.uploaded:
        pages.invalidate(session.client("cloudfront"), outputs["DistributionId"], datetime.now(UTC))
    with httpx.Client(base_url=outputs["Address"], timeout=40) as client:
        print("\n".join(f"  ok  {line}" for line in check_health(client)))
    print(f"\nS3 Loader is at {outputs['Address']}\n{_LEFT_TO_DO}")


def destroy(environment: Environment, ask: Callable[[str], str]) -> None:
    """Remove everything, after the stack's name has been typed."""
    session = boto3.Session(region_name=environment.region)
    needs.require([needs.credentials(session.client("sts"))])
    print("This removes the address, the pages, the logs, the topic and the key of all accounts")
    print("that people have registered. Their buckets and files are not touched.")
    if ask(f"Type the stack's name, {environment.stack}, to go on: ") != environment.stack:
        raise DeployError("Nothing was removed.")
    outputs = stack.outputs(session.client("cloudformation"), environment.stack)
    pages.empty(session.client("s3"), outputs["PagesBucketName"])
    stack.delete(stack.run, environment)
    print("Removed. KMS deletes the stack's key after its waiting period. A firewall that WAF=on")
    print(
        f"has made stays: aws cloudformation delete-stack --region us-east-1 --stack-name "
        f"{environment.stack}-waf"
    )


def main(arguments: list[str]) -> int:
    """Return the exit code: 0, or 1 after a problem that has been told."""
    parser = argparse.ArgumentParser(prog="python -m deploy", description=__doc__)
    parser.add_argument("action", choices=["up", "destroy"])
    parser.add_argument("environment", help="a name of samconfig.toml: dev or prod")
    parser.add_argument("--waf", choices=["on", "off"], help="the firewall of deploy/waf.yaml")
    given = parser.parse_args(arguments)
    try:
        ask = input if sys.stdin.isatty() else None
        environment = read_environment(given.environment, ROOT / "deploy", ask)
        if given.action == "up":
            up(environment, given.waf)
        else:
            destroy(environment, ask or (lambda _: ""))
    except DeployError as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    except (ClientError, BotoCoreError) as error:
        print(f"\nAWS refused: {stack.told(error)}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
