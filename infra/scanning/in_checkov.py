"""Asks Checkov about a folder of ARM templates, in Checkov's own interpreter; run by path.

Usage: ``python -I in_checkov.py FOLDER ANSWER``; writes one JSON document to the file ``ANSWER``.

Checkov's own report leaves three things out without a word: a check that raised, a check that would not say, and the
names of the resources that it read. Each check's answer is therefore taken where Checkov itself takes it. Only the ARM
runner is loaded, which asks no network and starts in a third of the time of the whole program.
"""

import json
import logging
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from checkov.arm.registry import arm_parameter_registry, arm_resource_registry
from checkov.arm.runner import Runner
from checkov.arm.utils import clean_file_path
from checkov.common.checks_infra.registry import get_graph_checks_registry
from checkov.runner_filter import RunnerFilter
from checkov.version import version

FIRST_LINE = "__startline__"
"""Key under which Checkov's parser notes where a mapping begins."""

Heard = list[dict[str, Any]]


def listen(registry: Any, heard: Heard) -> None:
    """Note what every check of a registry answers about every resource."""
    run_check = registry.run_check

    def noted(
        check: Any, entity_configuration: Any, entity_name: str, entity_type: str, scanned_file: str, skip_info: Any
    ) -> Any:
        answer = run_check(check, entity_configuration, entity_name, entity_type, scanned_file, skip_info)
        # Checkov turns what a check raises into "unknown" and drops it; only then the answer names its check.
        crashed = "check" in answer
        heard.append(
            {
                "check": check.id,
                "file": Path(scanned_file).name,
                "line": entity_configuration.get(FIRST_LINE, 0),
                "resource": f"{entity_type}.{entity_name}",
                "result": "crashed" if crashed else answer["result"].value.lower(),
                "keys": sorted({str(key) for key in answer.get("evaluated_keys") or ()}),
            }
        )
        return answer

    registry.run_check = noted


def scanned(runner: Any, counted: set[str]) -> Iterator[dict[str, Any]]:
    """Give every resource that Checkov parsed, and whether it counted it."""
    for path, template in runner.definitions.items():
        for resource in template.get("resources", []):
            if isinstance(resource, dict) and "type" in resource and "name" in resource:
                name = f"{resource['type']}.{resource['name']}"
                yield {
                    "file": Path(path).name,
                    "line": resource.get(FIRST_LINE, 0),
                    "resource": name,
                    "counted": f"{clean_file_path(Path(path))}:{name}" in counted,
                }


def graph_answers(report: Any, known: set[str]) -> Iterator[dict[str, Any]]:
    """Give the answers of the checks over several resources, which no registry of one resource's checks runs."""
    for record in (*report.passed_checks, *report.failed_checks, *report.skipped_checks):
        if record.check_id not in known:
            yield {
                "check": record.check_id,
                "file": Path(record.file_abs_path).name,
                "line": 0,  # what Checkov tells of the place of such a record is not the resource's first line
                "resource": record.resource,
                "result": record.check_result["result"].value.lower(),
                "keys": sorted({str(key) for key in record.check_result.get("evaluated_keys") or ()}),
            }


def catalogue(graph_checks: Any) -> list[dict[str, Any]]:
    """Give every check for ARM with the types that it is registered for, spelled as Checkov spells them."""
    found: dict[str, dict[str, Any]] = {}
    for type_, check in arm_resource_registry.all_checks():
        one = found.setdefault(check.id, {"id": check.id, "title": check.name, "types": set(), "connected": False})
        one["category"] = next(iter(check.categories)).name.lower()
        one["types"].add(type_)
    for check in graph_checks.checks:
        category = getattr(check.category, "name", check.category)
        found[check.id] = {
            "id": check.id,
            "title": check.name,
            "category": str(category).lower(),
            "types": set(check.resource_types),
            "connected": True,
        }
    return [{**one, "types": sorted(one["types"])} for _, one in sorted(found.items())]


def ask(folder: str) -> dict[str, Any]:
    """Give what Checkov says about every template of a folder."""
    heard: Heard = []
    listen(arm_resource_registry, heard)
    runner = Runner()
    report = runner.run(root_folder=folder, runner_filter=RunnerFilter(framework=["arm"], show_progress_bar=False))
    graph_checks = get_graph_checks_registry("arm")
    graph_checks.load_checks()
    of_parameters = {check.id for _, check in arm_parameter_registry.all_checks()}
    parameters = [one.check_id for one in report.failed_checks if one.check_id in of_parameters]
    known = {check.id for _, check in arm_resource_registry.all_checks()} | of_parameters
    answers = [*heard, *graph_answers(report, known)]
    order = ("file", "line", "resource", "check", "result")
    return {
        "schema": "checkov-answer/1",
        "version": version,
        "counted": len(report.resources),
        "unread": sorted(Path(path).name for path in report.parsing_errors),
        "parameters_failed": sorted(parameters),
        "scanned": sorted(scanned(runner, report.resources), key=lambda one: [one[key] for key in order[:3]]),
        "answers": sorted(answers, key=lambda one: [one[key] for key in order]),
        "checks": catalogue(graph_checks),
    }


def main() -> None:
    """Ask about the folder of the first argument, and write the answer to the file of the second."""
    folder, to = sys.argv[1:]
    logging.disable()  # what a check raises is in the answer; its traceback quotes the template
    answer = json.dumps(ask(folder), sort_keys=True, separators=(",", ":"))
    Path(to).write_text(f"{answer}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
