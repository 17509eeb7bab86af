"""From what a person names to what becomes of it: the handler of local files and streams."""

from collections.abc import Sequence

from s3loader.sending.address import Address, invalid
from s3loader.sending.files import FilesUpload
from s3loader.sending.reading import Stream, StreamReader
from s3loader.sending.reporting import Reporter
from s3loader.sending.source_files import SourceFile
from s3loader.sending.sources import Found, find_files
from s3loader.sending.streaming import StreamUpload
from s3loader.sending.tools import Tools


def upload_files(
    arguments: Sequence[str], address: Address, tools: Tools, reporter: Reporter
) -> None:
    """Upload what paths, patterns and directories stand for.

    Raises:
        AddressInvalid: address_invalid, where several files would get one key
        S3LoaderError: the account's
        KeyboardInterrupt: after everything begun was ended
    """
    found = find_files(arguments, rename=address.name)
    _check_address(address, found)
    for entry in found:
        if not isinstance(entry, SourceFile):
            reporter.failed(*entry)
    files = [entry for entry in found if isinstance(entry, SourceFile)]
    FilesUpload(tools, reporter).run(files, address.prefix)


def upload_stream(
    stream: Stream, address: Address, tools: Tools, reporter: Reporter, source: str = "-"
) -> None:
    """Upload what a stream gives until its end.

    Raises:
        AddressInvalid: address_invalid, where the address names no object
        S3LoaderError: the account's
        KeyboardInterrupt: after everything begun was ended
    """
    if not address.name:
        raise invalid(
            str(address), "A stream has no name. Give the whole key, as in s3://bucket/path/name."
        )
    StreamUpload(tools, reporter, source).run(StreamReader(stream), address.prefix, address.name)


def _check_address(address: Address, found: Sequence[Found]) -> None:
    has_folders = any(isinstance(entry, SourceFile) and entry.folder for entry in found)
    if address.name and (len(found) != 1 or has_folders):
        raise invalid(
            str(address),
            "Several files, or a directory, need an address that ends in /, "
            "as in s3://bucket/path/.",
        )
