from email.message import Message
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from s3loader.objects.disposition import attachment

TEXT = st.text(min_size=1, alphabet=st.characters(exclude_categories=["Cs", "Cc"]))


def exact(header: str) -> str:
    """Returns the name that a browser takes."""
    return unquote(header.partition("filename*=UTF-8''")[2], errors="strict")


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("in/budget.xlsx", "budget.xlsx"),
        ("in/한글 이름.txt", "한글 이름.txt"),
        ("😀.png", "😀.png"),
        ('a "quoted" \\ name.txt', 'a "quoted" \\ name.txt'),
        ("it's 100%;.txt", "it's 100%;.txt"),
        ("in/marker/", "marker"),
        ("/", "_"),
        ("line\r\nSet-Cookie: x", "line__Set-Cookie: x"),
    ],
)
def test_the_name_is_the_last_segment_without_control_characters(key: str, name: str) -> None:
    assert exact(attachment(key)) == name


def test_programs_that_know_no_other_name_get_a_plain_one() -> None:
    assert 'filename="a _quoted_ __.txt"' in attachment('a "quoted" 한글.txt')


@given(TEXT)
def test_no_name_leaves_the_header_or_its_parameter(name: str) -> None:
    header = attachment(name)
    assert header.isascii()
    assert header.isprintable()
    message = Message()
    message["content-disposition"] = header
    assert message.get_content_disposition() == "attachment"
    last = name.rstrip("/").rpartition("/")[2] or "_"
    assert exact(header) == last
