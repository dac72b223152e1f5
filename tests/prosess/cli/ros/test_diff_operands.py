"""How two versions are told apart on a command line."""

import pytest

from prosess.cli.exit import CommandError, Exit
from prosess.cli.options import Tongue
from prosess.cli.ros.diff import _operands


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("main..HEAD", ["main", "HEAD"]),
        ("HEAD~1..", ["HEAD~1", ""]),
        ("v1.2..v1.3", ["v1.2", "v1.3"]),
        ("a.json../kept/b.json", ["a.json", "/kept/b.json"]),
        ("../old/ros../new/ros", ["../old/ros", "/new/ros"]),
        ("../old..../new", ["../old", "../new"]),
        ("a..b..c", None),
        ("main", None),
        ("..HEAD", None),
    ],
)
def test_two_dots_between_are_not_a_step_up(given: str, expected: list[str] | None) -> None:
    if expected is not None:
        assert _operands(given, Tongue.EN) == expected
        return
    with pytest.raises(CommandError) as caught:
        _operands(given, Tongue.EN)
    assert (caught.value.exit_code, caught.value.code) == (Exit.USAGE, "ROS_DIFF_FORM")
