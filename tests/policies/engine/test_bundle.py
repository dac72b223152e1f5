"""The rules as one unit."""

import io
import json
import tarfile
from pathlib import Path

import pytest

from policies.engine.bundle import ALLOWED_BUILTINS, Module, RuleBundle, load
from policies.engine.protocol import PolicyError, PolicyErrorCode

RULE = "package area.thing\n\nresults := input.x\n"


def bundle(*sources: str) -> RuleBundle:
    return RuleBundle(tuple(Module(f"area/{number}.rego", source) for number, source in enumerate(sources)))


def test_tests_are_no_part_of_the_rules() -> None:
    assert not [module.path for module in load().modules if module.path.endswith("_test.rego")]


def test_the_revision_follows_paths_and_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.rego").write_text(RULE)
    first = load(tmp_path).revision
    assert load(tmp_path).revision == first
    (tmp_path / "a.rego").write_text(RULE + "\n")
    second = load(tmp_path).revision
    (tmp_path / "a.rego").rename(tmp_path / "b.rego")
    assert len({first, second, load(tmp_path).revision}) == 3


def test_the_revision_does_not_confuse_where_one_file_ends() -> None:
    one = RuleBundle((Module("a", "bc"),))
    other = RuleBundle((Module("ab", "c"),))
    assert one.revision != other.revision


def test_entry_points_are_found_from_packages() -> None:
    rules = bundle(RULE, "package lib.x\n\nresults := 1\n", "package gates\n\ndecision := 1\n\nresults_of := 1\n")
    assert rules.entrypoints == ("area/thing/results", "gates/decision")


@pytest.mark.parametrize(
    "call",
    [
        'http.send({"url": "x"})',
        'net.cidr_contains("10.0.0.0/8", input.x)',
        "opa.runtime()",
        "time.now_ns()",
        'rand.intn("x", 2)',
        'uuid.rfc4122("x")',
        'print("x")',
        'trace("x")',
        "made_up(1)",
        "lib.verdict.equal(1)",
    ],
)
def test_a_call_outside_the_allow_list_is_refused(call: str) -> None:
    with pytest.raises(PolicyError) as caught:
        bundle(f"package area\n\nresults := {call}\n").check()
    assert caught.value.code is PolicyErrorCode.RULES_INVALID


@pytest.mark.parametrize(
    "source",
    [
        'package area\n\n# http.send(x) in a comment\nresults := "http.send(x)"\n',
        "package area\n\nresults := `http.send(x)`\n",
        "package area\n\ndouble(x) := x + x\n\nresults := double(count(input.x))\n",
        'package area\n\nresults contains x if {\n\tsome x in ("a")\n\tnot (x == 1)\n}\n',
    ],
)
def test_what_only_looks_like_a_call_is_let_pass(source: str) -> None:
    bundle(source).check()


def test_with_is_refused_since_the_embedded_engine_may_abort_on_it() -> None:
    with pytest.raises(PolicyError, match="uses with"):
        bundle("package area\n\nresults := data.area.x with input as 1\n\nx := input\n").check()


def test_an_import_of_nothing_is_refused() -> None:
    with pytest.raises(PolicyError, match=r"data\.lib\.verdit"):
        bundle("package area\n\nimport data.lib.verdit\n\nresults := verdit.equal(1)\n").check()


def test_no_rules_are_no_rules(tmp_path: Path) -> None:
    with pytest.raises(PolicyError, match="no rules"):
        load(tmp_path)


def test_a_file_without_a_package_is_refused() -> None:
    with pytest.raises(PolicyError, match="names no package"):
        bundle("results := 1\n").check()


def test_nothing_that_reaches_outside_is_on_the_allow_list() -> None:
    outside = ("http.", "net.", "opa.", "rego.", "time.", "rand.", "uuid.", "crypto.", "io.", "print", "trace")
    assert not [name for name in ALLOWED_BUILTINS if name.startswith(outside)]


def test_the_archive_is_an_opa_bundle_with_the_revision_and_always_the_same() -> None:
    rules = load()
    archive = rules.archive()
    assert archive == load().archive()
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        manifest = tar.extractfile("/.manifest")
        assert manifest is not None
        assert json.load(manifest)["revision"] == rules.revision
        assert {name.removeprefix("/") for name in tar.getnames()} == {".manifest"} | {
            module.path for module in rules.modules
        }
