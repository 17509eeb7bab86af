"""Tells a CRC64NVME of each object, as AWS does: of what S3 was given, not of what was sent."""

import asyncio
import base64
import re
from collections import defaultdict

from tests.faults.answer import Answer
from tests.faults.crc64 import crc64nvme
from tests.faults.operations import Call

_LISTED = re.compile(rb"<PartNumber>\s*(\d+)\s*</PartNumber>")


class Checksums:
    """Remembers what was stored; computes when it is asked."""

    def __init__(self) -> None:
        self._parts: defaultdict[str, dict[int, bytes]] = defaultdict(dict)
        self._objects: dict[tuple[str, str], bytes] = {}

    async def told(self, call: Call, body: bytes, answer: Answer) -> Answer:
        """Notes what S3 has done, and returns its answer with the checksum where AWS tells it."""
        if answer.status >= 300:
            return answer
        self._note(call, body)
        content = self._objects.get((call.bucket, call.key))
        if content is None or call.operation not in ("CompleteMultipartUpload", "HeadObject"):
            return answer
        checksum = base64.b64encode(await asyncio.to_thread(crc64nvme, content))
        if call.operation == "HeadObject":
            return answer.with_header(b"x-amz-checksum-crc64nvme", checksum).with_header(
                b"x-amz-checksum-type", b"FULL_OBJECT"
            )
        return _completed(answer, checksum)

    def _note(self, call: Call, body: bytes) -> None:
        match call.operation:
            case "PutObject":
                self._objects[call.bucket, call.key] = body
            case "UploadPart" if call.upload_id and call.part:
                self._parts[call.upload_id][call.part] = body
            case "CompleteMultipartUpload" if call.upload_id and call.upload_id in self._parts:
                parts = self._parts.pop(call.upload_id)
                whole = b"".join(parts[int(number)] for number in _LISTED.findall(body))
                self._objects[call.bucket, call.key] = whole


def _completed(answer: Answer, checksum: bytes) -> Answer:
    told = (
        b"<ChecksumCRC64NVME>%s</ChecksumCRC64NVME><ChecksumType>FULL_OBJECT</ChecksumType>"
        b"</CompleteMultipartUploadResult>" % checksum
    )
    return answer.with_body(answer.body.replace(b"</CompleteMultipartUploadResult>", told))
