"""What the command says, in English and Korean; failures by their code."""

import os
from collections.abc import Mapping
from typing import Literal

from s3loader.cli import english, korean
from s3loader.errors import JsonParams

Language = Literal["en", "ko"]


def system_language(environ: Mapping[str, str] = os.environ) -> Language:
    """Return the language of the terminal: Korean where the locale is, else English."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environ.get(variable):
            return "ko" if environ[variable].lower().startswith("ko") else "en"
    return "en"


def failure_text(language: Language, code: str, detail: str, params: JsonParams) -> str:
    """Return what happened and what to do."""
    text = korean.FAILURES.get(code)
    if language == "en" or text is None:
        return detail
    told = {
        name: value if isinstance(value, str | int) else ", ".join(value)
        for name, value in params.items()
    }
    return text.format_map(_Lenient(told))


class _Lenient(dict[str, str | int]):
    """A param that is missing leaves its name."""

    def __missing__(self, name: str) -> str:
        return name


def word(language: Language, name: str, **values: str | int) -> str:
    """Return one of the command's own sentences."""
    words = korean.SENTENCES if language == "ko" else english.SENTENCES
    return words[name].format(**values)
