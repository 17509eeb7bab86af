"""The command line: `s3loader upload FILE... s3://bucket/prefix/`."""

import os
import sys
from typing import Any, Literal, get_args

import click

from s3loader.cli.words import Language, system_language
from s3loader.sending.options import MAX_CONCURRENCY, Options, Policy
from s3loader.version import VERSION

# https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html
_STORAGE_CLASSES = (
    "STANDARD",
    "STANDARD_IA",
    "ONEZONE_IA",
    "INTELLIGENT_TIERING",
    "GLACIER_IR",
    "GLACIER",
    "DEEP_ARCHIVE",
    "REDUCED_REDUNDANCY",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(VERSION)
def cli() -> None:
    """Get files into Amazon S3, safely and fast."""


@cli.command(short_help="Upload files, directories or a stream.")
@click.argument("sources", nargs=-1, required=True, metavar="FILE...")
@click.argument("to", metavar="s3://BUCKET/PREFIX/")
@click.option(
    "--on-conflict",
    type=click.Choice(get_args(Policy)),
    default="refuse",
    show_default=True,
    help="Where the key is taken: fail, replace the object, take a free name, or leave it.",
)
@click.option("--content-type", help="MIME type of all sources. Default: by each name's ending.")
@click.option(
    "--storage-class", type=click.Choice(_STORAGE_CLASSES), help="Default: S3's own, STANDARD."
)
@click.option(
    "--concurrency",
    type=click.IntRange(1, MAX_CONCURRENCY),
    default=10,
    show_default=True,
    help="Requests at a time, of all files together.",
)
@click.option(
    "--resume",
    is_flag=True,
    help="Go on with the parts that an earlier, unfinished upload of the same file left, and keep "
    "them when this one is stopped too.",
)
@click.option("--dry-run", is_flag=True, help="Check everything, send nothing.")
@click.option(
    "--expected-size",
    type=click.IntRange(0),
    default=0,
    metavar="BYTES",
    help="How long a stream is, about. Needed above 41 TiB only.",
)
@click.option("--profile", help="Profile of AWS's configuration files. Default: AWS_PROFILE.")
@click.option("--region", help="Default: AWS_REGION, or the profile's. The bucket may lie in any.")
@click.option(
    "--endpoint-url",
    envvar=["AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL"],
    help="Another S3 than Amazon's. Default: AWS_ENDPOINT_URL.",
)
@click.option("--json", "style", flag_value="json", help="A line of JSON on stdout per source.")
@click.option(
    "--quiet",
    "-q",
    "style",
    flag_value="quiet",
    help="Failures only, as always where stderr is no terminal.",
)
@click.option("--verbose", "-v", is_flag=True, help="Log to stderr what happens, as JSON.")
@click.option("--lang", type=click.Choice(["ko", "en"]), help="Default: the locale's.")
def upload(
    sources: tuple[str, ...],
    to: str,
    *,
    profile: str | None,
    region: str | None,
    endpoint_url: str | None,
    style: Literal["json", "quiet"] | None,
    verbose: bool,
    lang: Language | None,
    **chosen: Any,  # noqa: ANN401
) -> None:
    """Upload files, directories or, as -, a stream.

    A directory's files keep their place below it; their paths must exist in the bucket already.
    The rules, checks and events are those of the web app, set by the same environment variables.
    Nothing is overwritten unless --on-conflict replace says so.

    Exit codes: 0 all done, 1 some failed, 2 wrong usage, 3 credentials, 130 stopped by a signal.
    """
    # Where AWS's CRT is installed it shall move bytes, not sign every call in another way.
    os.environ.setdefault("BOTO_DISABLE_CRT", "true")
    from s3loader.cli.command import UploadCommand  # a second, which --help need not wait
    from s3loader.cli.styles import choose_output
    from s3loader.sending.account import Place

    language = lang or system_language()
    output = choose_output(style, language)
    command = UploadCommand(output, language, Options(**chosen))
    place = Place(profile, region, endpoint_url)
    sys.exit(command.carry_out(sources, to, place, "INFO" if verbose else None))


def main() -> None:
    """Run the command."""
    cli(prog_name="s3loader")
