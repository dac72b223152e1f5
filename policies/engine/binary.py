"""The real Open Policy Agent as a program: a whole graph judged by one process.

``opa eval`` starts, compiles the rules and answers every request in about the time that the embedded engine takes
for a hundred, so it is the faster judge of a large graph, and the reference that the embedded one is compared with.
"""

import json
import os
import shutil
import subprocess
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from pydantic import JsonValue

from policies.engine import bundle as rules
from policies.engine import payload
from policies.engine.protocol import PolicyError, PolicyErrorCode, Request

BUILT = Path(__file__).parents[2] / ".tools" / "bin" / "opa"
"""Where ``make tools`` puts the pinned program."""


def find_opa() -> Path | None:
    """Find the program: ``PROSESS_OPA``, the one that ``make tools`` built, or the first on ``PATH``."""
    for candidate in (os.environ.get("PROSESS_OPA"), str(BUILT), "opa"):
        if candidate and (found := shutil.which(candidate)):
            return Path(found)
    return None


class OpaBinary:
    """The rules, judged by ``opa eval``.

    Args:
        program: path of the program; searched for where not given.
        bundle: the rules; the project's own where none are given.
        deadline: seconds that one call may take.

    Raises:
        PolicyError: ``POLICY_UNAVAILABLE`` where there is no program or it does not run.
    """

    def __init__(
        self, program: Path | None = None, bundle: rules.RuleBundle | None = None, *, deadline: float = 60.0
    ) -> None:
        found = program or find_opa()
        if found is None:
            raise PolicyError(PolicyErrorCode.UNAVAILABLE, "there is no opa: run `make tools`, or set PROSESS_OPA")
        self._program = found
        self._rules = bundle or rules.load()
        self._deadline = deadline
        self._entrypoints = frozenset(self._rules.entrypoints)
        version = self._run(["version"], "").splitlines()
        number = version[0].removeprefix("Version: ").strip() if version else ""
        if not number:
            raise PolicyError(PolicyErrorCode.UNAVAILABLE, "the program does not say its version")
        self._name = f"opa {number}"

    @property
    def name(self) -> str:
        """``opa`` and its version."""
        return self._name

    @property
    def revision(self) -> str:
        """``sha256:…`` of the rules."""
        return self._rules.revision

    @property
    def program(self) -> Path:
        """Path of the program."""
        return self._program

    def evaluate(self, entrypoint: str, input_: JsonValue) -> JsonValue:
        """Give the value of an entry point for one input; a process for one answer, so ask for many at once.

        Raises:
            PolicyError: in every case but a well-formed answer.
        """
        (answer,) = self.evaluate_many([(entrypoint, input_)])
        if isinstance(answer, PolicyError):
            raise answer
        return answer

    def evaluate_many(self, requests: Sequence[Request]) -> list[JsonValue | PolicyError]:
        """Answer many requests in their order in one process; one that fails is answered by its error."""
        answers: list[JsonValue | PolicyError] = [None] * len(requests)
        asked: dict[str, dict[str, JsonValue]] = defaultdict(dict)
        for index, (entrypoint, input_) in enumerate(requests):
            try:
                if entrypoint not in self._entrypoints:
                    raise PolicyError(PolicyErrorCode.ENTRYPOINT_UNKNOWN, "the rules have no such entry point")
                # Through the same text as the embedded engine, so that both are asked the same.
                asked[entrypoint][str(index)] = json.loads(payload.encode(input_, entrypoint=entrypoint))
            except PolicyError as error:
                answers[index] = error
        if not asked:
            return answers
        try:
            values = self._eval(asked)
        except PolicyError as error:
            failure: PolicyError | None = error
            values = {}
        else:
            failure = None
        for entrypoint, inputs in asked.items():
            for index_text in inputs:
                answers[int(index_text)] = values.get(
                    index_text,
                    failure or PolicyError(PolicyErrorCode.MALFORMED, "the answer is undefined", entrypoint=entrypoint),
                )
        return answers

    def _eval(self, asked: dict[str, dict[str, JsonValue]]) -> dict[str, JsonValue]:
        """Answers under the requests' indices; a request whose answer is undefined has none."""
        query = "; ".join(
            f"group_{number} := {{i: answer | some i, asked in input[{json.dumps(entrypoint)}]; "
            f"answer := data.{entrypoint.replace('/', '.')} with input as asked}}"
            for number, entrypoint in enumerate(sorted(asked))
        )
        with TemporaryDirectory(prefix="prosess-policy-") as folder:
            for module in self._rules.modules:
                path = Path(folder, module.path)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(module.source, encoding="utf-8")
            output = self._run(
                ["eval", "--format", "json", "--data", folder, "--stdin-input", query],
                json.dumps(asked, ensure_ascii=False),
            )
        return _values(output)

    def _run(self, arguments: list[str], text: str) -> str:
        try:
            done = subprocess.run(
                [str(self._program), *arguments],
                input=text,
                capture_output=True,
                encoding="utf-8",
                timeout=self._deadline,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise PolicyError(PolicyErrorCode.UNAVAILABLE, f"no answer within {self._deadline} s") from None
        except (OSError, UnicodeDecodeError):
            raise PolicyError(PolicyErrorCode.UNAVAILABLE, "the program cannot be run") from None
        if done.returncode != 0:
            # What it prints may quote the input: only the exit code is told.
            raise PolicyError(PolicyErrorCode.MALFORMED, f"the program ended with {done.returncode}")
        return done.stdout


def _values(output: str) -> dict[str, JsonValue]:
    malformed = PolicyError(PolicyErrorCode.MALFORMED, "the program's answer cannot be read")
    try:
        document = json.loads(output)
        bindings = document["result"][0]["bindings"]
        return {index: answer for group in bindings.values() for index, answer in group.items()}
    except (ValueError, KeyError, IndexError, TypeError, AttributeError):
        raise malformed from None
