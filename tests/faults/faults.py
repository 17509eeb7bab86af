"""The faults that a rule can name, as JSON; sizes in bytes, times in milliseconds."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel


class Document(BaseModel):
    """JSON in camelCase; a word that is not known is a mistake."""

    model_config = ConfigDict(
        alias_generator=to_camel, populate_by_name=True, extra="forbid", frozen=True
    )


class Refuse(Document):
    """S3 answers with an error document; of a code that errors.py knows, the name is enough."""

    kind: Literal["refuse"] = "refuse"
    code: str
    status: int | None = None
    message: str | None = None
    forward: bool = Field(False, description="S3 does what was asked all the same.")


class Cut(Document):
    """The connection is reset once that many bytes of the request's body have come."""

    kind: Literal["cut"] = "cut"
    after: int = 0


class Stall(Document):
    """Nothing is read any more after that many bytes of the body, and nothing is answered."""

    kind: Literal["stall"] = "stall"
    after: int = 0


class Lose(Document):
    """S3 does it, and the connection is reset after that many bytes of its answer's body."""

    kind: Literal["lose"] = "lose"
    after: int | None = Field(None, description="None: not even the headers arrive.")


class Delay(Document):
    """The answer comes later."""

    kind: Literal["delay"] = "delay"
    ms: int


class Hold(Document):
    """It waits until POST /__faults/release: before it reaches S3, or before it is answered."""

    kind: Literal["hold"] = "hold"
    before: Literal["request", "answer"]


class Rate(Document):
    """The request's body is read no faster than that."""

    kind: Literal["rate"] = "rate"
    bytes_per_second: int


class Flip(Document):
    """One bit of what S3 stores is another than what was sent."""

    kind: Literal["flip"] = "flip"


class Header(Document):
    """S3's answer has that header, in place of its own."""

    kind: Literal["header"] = "header"
    name: str
    value: str


class HidePart(Document):
    """S3's list of parts lacks one that it has."""

    kind: Literal["hide-part"] = "hide-part"
    part_number: int


class Pages(Document):
    """S3 lists that many parts a page."""

    kind: Literal["pages"] = "pages"
    size: int


Fault = Annotated[
    Refuse | Cut | Stall | Lose | Delay | Hold | Rate | Flip | Header | HidePart | Pages,
    Field(discriminator="kind"),
]
