"""Random policies over a small alphabet, so that statements meet each other and the questions."""

from hypothesis import strategies as st

from tests.unit.permissions.plain_iam import Json

ACTIONS = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"]
BUCKET = "arn:aws:s3:::b/"
# Every key with the values it may turn out to have; None: the request lacks it.
VALUES: dict[str, list[str | None]] = {
    "aws:username": ["a", "b", None],
    "aws:PrincipalTag/t": ["a", "/", None],
    "aws:SourceIp": ["10.0.0.1", "192.0.2.1", None],
    "aws:SecureTransport": ["true", "false", None],
    "s3:max-keys": ["1", "10", None],
}
COMPARED = {
    "StringEquals": ["a", "/", "${aws:username}"],
    "StringNotEquals": ["a", "b"],
    "StringLike": ["a*", "?", "${aws:PrincipalTag/t}*"],
    "StringNotLike": ["?", "${aws:username}"],
    "StringEqualsIfExists": ["b"],
    "StringNotLikeIfExists": ["a*"],
    "Null": ["true", "false"],
}
TYPED = {
    "aws:SourceIp": {"IpAddress": ["10.0.0.0/8"], "NotIpAddress": ["10.0.0.0/8", "192.0.2.1"]},
    "aws:SecureTransport": {"Bool": ["true", "false"], "BoolIfExists": ["true"]},
    "s3:max-keys": {"NumericLessThan": ["5", "11"]},
}
PIECES = st.sampled_from(["a", "b", "/", "*", "?", "${aws:username}", "${aws:PrincipalTag/t}"])
RESOURCES = st.lists(PIECES, max_size=4).map(lambda pieces: BUCKET + "".join(pieces))
NAMED_ACTIONS = st.sampled_from(["*", "s3:*", "s3:Get*", "S3:putobject", "s3:?e*", "ec2:*"])


@st.composite
def conditions(draw: st.DrawFn) -> Json:
    key = draw(st.sampled_from(list(VALUES)))
    operators = TYPED.get(key, COMPARED)
    operator = draw(st.sampled_from(list(operators)))
    values = draw(st.lists(st.sampled_from(operators[operator]), min_size=1, max_size=2))
    return {operator: {key: values[:1] if operator == "Null" else values}}


@st.composite
def statements(draw: st.DrawFn) -> Json:
    action = draw(st.sampled_from(["Action", "Action", "NotAction"]))
    resource = draw(st.sampled_from(["Resource", "Resource", "NotResource"]))
    return {
        "Effect": draw(st.sampled_from(["Allow", "Allow", "Deny"])),
        action: draw(st.lists(NAMED_ACTIONS, min_size=1, max_size=2)),
        resource: draw(st.lists(RESOURCES | st.just("*"), min_size=1, max_size=2)),
        "Condition": draw(st.just({}) | conditions()),
    }


POLICIES = st.lists(statements(), min_size=1, max_size=4)
WORLDS = st.fixed_dictionaries({key: st.sampled_from(values) for key, values in VALUES.items()})
HIDDEN = st.sets(st.sampled_from(list(VALUES)))
KEYS = st.text("ab/", max_size=4)
NAMES = st.text("ab", min_size=1, max_size=3)
