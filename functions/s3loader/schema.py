"""The base of every model that crosses the API: camelCase outside, frozen inside."""

from pydantic import BaseModel, ConfigDict
from pydantic.alias_generators import to_camel


class Schema(BaseModel):
    """A JSON object of the contract. Outputs have no defaults, so every field is present.

    Its validator is built when first used: one call needs few of them, and a cold start waits
    for all that are built at import.
    """

    model_config = ConfigDict(
        alias_generator=to_camel,
        populate_by_name=True,
        frozen=True,
        hide_input_in_errors=True,
        defer_build=True,
    )


class RequestBody(Schema):
    """The whole body of a request.

    Built at once: FastAPI silences Pydantic's warning about the alias it gives a body only while
    it adds the route.
    """

    model_config = ConfigDict(defer_build=False)
