"""An onboarding that may be killed anywhere and told again from its beginning, as a client with patience would.

Every write carries an idempotency key of its own, so that telling it again repeats nothing. Run as a program, it is
given many kill points and forks a process for each: importing the service takes longer than an onboarding.
"""

import asyncio
import json
import os
import random
import signal
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, ClassVar

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from platform_api.kit.database import Database, Transaction
from tests.platform_api.world import (
    ACTORS,
    DEPENDENCY,
    INTO,
    OWNER,
    PATHWAY,
    REVIEWER,
    TEAM,
    TENANT,
    World,
    assessment,
    pathway,
    running,
    settings,
    tenant,
)

TABLES = (
    "tenant", "tenant_version", "pathway", "pathway_version", "pathway_party", "confirmation", "approval", "assessment",
    "assessment_review", "operation", "operation_step", "notification", "pathway_entry", "audit_entry",
    "idempotency_key",
)  # fmt: skip


class KillingDatabase(Database):
    """Ends the process just before, or just after, the n-th commit that changes anything."""

    commits = 0
    at = -1
    after = False
    changes: ClassVar[dict[int, int]] = {}
    """Connection → rows changed on it up to its last commit, on SQLite."""

    async def _changes_something(self, session: AsyncSession) -> bool:
        await session.flush()
        if not self.is_sqlite:
            return (await session.execute(text("SELECT pg_current_xact_id_if_assigned()"))).scalar_one() is not None
        raw = await (await session.connection()).get_raw_connection()
        total = (await session.execute(text("SELECT total_changes()"))).scalar_one()
        before = self.changes.get(id(raw.driver_connection), 0)
        self.changes[id(raw.driver_connection)] = total
        return bool(total > before)

    async def finish(self, transaction: Transaction) -> None:
        """Commit, unless the time has come."""
        cls = KillingDatabase
        cls.commits += bool(transaction.trail) or await self._changes_something(transaction.session)
        due = cls.commits == cls.at
        if due and not cls.after:
            os.kill(os.getpid(), signal.SIGKILL)
        await super().finish(transaction)
        if due:
            os.kill(os.getpid(), signal.SIGKILL)


async def tell(world: World) -> None:
    """Tell the onboarding from its beginning to its end."""
    keys = iter(range(100))

    async def write(user: str, method: str, path: str, body: Any = None) -> dict[str, Any]:
        headers = {"Idempotency-Key": f"story-{next(keys)}"}
        answer = await world.person(user).ask(method, path, body, headers=headers)
        assert answer.status_code in (200, 201, 202), answer.text
        await world.work()  # after each, so that gates are judged at the same points however often this is told
        found: dict[str, Any] = answer.json()
        return found

    await write(TEAM, "PUT", f"/tenants/{TENANT}", tenant())
    await write(TEAM, "POST", f"/tenants/{TENANT}/submissions")
    declared = await write(TEAM, "PUT", f"/pathways/{PATHWAY}", pathway())
    await write(TEAM, "POST", f"/pathways/{PATHWAY}/submissions", {"environment": INTO})
    document = assessment()
    read = {"assessment": document.digest}
    await write(TEAM, "PUT", f"/pathways/{PATHWAY}/assessment", json.loads(document.to_bytes()))
    await write(TEAM, "POST", f"/pathways/{PATHWAY}/assessment/reviews", {"event": "send_to_review", **read})
    await write(REVIEWER, "POST", f"/pathways/{PATHWAY}/assessment/reviews", {"event": "recommend", **read})
    row = (await world.row())["row"]
    for actor, user in ACTORS.items():
        path = f"/pathways/{PATHWAY}/dependencies/{DEPENDENCY}/confirmations"
        await write(user, "POST", path, {"actor": actor, "row": row})
    manifest = declared["pathway"]["manifest"]
    await write(OWNER, "POST", f"/pathways/{PATHWAY}/approvals", {"environment": INTO, "manifest": manifest})


async def outcome(world: World) -> dict[str, Any]:
    """What was done, told so that two tellings can be compared: no id, no moment, no digest that rests on one."""
    found: dict[str, Any] = {}
    async with world.wiring.database.read() as session:
        for table in TABLES:
            found[table] = (await session.execute(text(f"SELECT count(*) FROM {table}"))).scalar_one()  # noqa: S608
        found["actions"] = sorted((await session.execute(text("SELECT action FROM audit_entry"))).scalars())
        found["operations"] = [
            list(row)
            for row in await session.execute(text("SELECT kind, state, attempts FROM operation ORDER BY kind"))
        ]
        steps = "SELECT o.kind, s.key FROM operation_step s JOIN operation o ON o.id = s.operation ORDER BY 1, 2"
        found["steps"] = [list(row) for row in await session.execute(text(steps))]
    found["state"] = (await world.person(TEAM).get(f"/pathways/{PATHWAY}")).json()["state"]
    found["onboarding"] = (await world.person(OWNER).get(f"/environments/{INTO}/onboarding")).json()
    found["proof"] = (await world.person("access-auditor@sykehuspartner").get("/audit/verify")).json()["intact"]
    return found


async def recovered(world: World) -> None:
    """What a worker that knows itself to be alone does first; elsewhere the lease runs out."""
    await world.wiring.worker._recover()


async def whole(folder: Path, url: str) -> dict[str, Any]:
    """Tell the story to its end, whatever was told before, and say what came of it."""
    async with running(settings(folder, url)) as world:
        await recovered(world)
        await world.work()
        await tell(world)
        return await outcome(world)


def _fork(child: Callable[[], Awaitable[Any]], kill_after: float | None = None) -> bool:
    """Run something in a process of its own; tell whether it lived to its end."""
    pid = os.fork()
    if pid == 0:
        try:
            asyncio.run(child())  # type: ignore[arg-type]
        except BaseException as error:
            sys.stderr.write(f"{type(error).__name__}: {error}\n")
            os._exit(1)
        os._exit(0)
    if kill_after is not None:
        time.sleep(kill_after)
        os.kill(pid, signal.SIGKILL)
    _, status = os.waitpid(pid, 0)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status) != 0:
        raise SystemExit("a story failed by itself")
    return not os.WIFSIGNALED(status)


async def _killed(folder: Path, url: str) -> None:
    async with running(settings(folder, url)) as world:
        world.wiring.database.__class__ = KillingDatabase
        await recovered(world)
        await world.work()
        await tell(world)


def _result(folder: Path, url: str) -> dict[str, Any]:
    """Finish a story in a process of its own, and give what came of it."""
    file = folder / "outcome.json"

    async def finish() -> None:
        file.write_text(json.dumps(await whole(folder, url)))

    _fork(finish)
    found: dict[str, Any] = json.loads(file.read_text())
    return found


def main() -> None:
    """Read jobs from standard input, one JSON object a line; write what came of each."""
    for line in sys.stdin:
        job = json.loads(line)
        folder, url = Path(job["folder"]), job["url"]
        KillingDatabase.at, KillingDatabase.after = job.get("commit", -1), job.get("after", False)
        lived, kills = True, 0
        if job.get("warm"):
            # Told once in this process, so that those that are forked from it have everything at hand.
            print(json.dumps({"outcome": asyncio.run(whole(folder, url))}), flush=True)
            continue
        if "commit" in job:
            lived = _fork(lambda folder=folder, url=url: _killed(folder, url))  # type: ignore[misc]
        else:
            chance = random.Random(job["seed"])
            for _ in range(job.get("kills", 0)):
                end = chance.uniform(0.05, job["longest"])
                lived = _fork(lambda folder=folder, url=url: _killed(folder, url), kill_after=end)  # type: ignore[misc]
                kills += not lived
        print(json.dumps({"lived": lived, "kills": kills, "outcome": _result(folder, url)}), flush=True)


if __name__ == "__main__":
    main()
