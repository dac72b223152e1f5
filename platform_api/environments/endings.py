"""The ends of restore tests: the one of each environment that counts longest."""

from datetime import date

from platform_api.authorization.scope import Scope
from platform_api.environments import repository
from platform_api.kit.database import Transaction
from platform_api.kit.reviewed import Reviewed
from platform_api.notifications.endings import Ending, Said, Source
from prosess.domain.role import Role

_PLATFORM = Scope.platform()
RESTORE_TEST = Said("RESTORE_TEST_ENDS", "RESTORE_TEST_LAST_DAY", "RESTORE_TEST_ENDED")


def restore_tests(reviewed: Reviewed) -> Source:
    """Give the source of what ends in the environments that the service onboards into, told to the provider."""
    provider = reviewed.region.platform_provider

    async def read(transaction: Transaction) -> list[Ending]:
        found = []
        for name in sorted(reviewed.environments):
            tests = await repository.restore_tests(_PLATFORM, transaction.session, name)
            if tests:
                found.append(_ending(name, tests[0].performed, tests[0].valid_until, provider))
        return found

    return Source((RESTORE_TEST,), read)


def _ending(environment: str, performed: str, until: str, provider: str) -> Ending:
    return Ending(
        said=RESTORE_TEST,
        what=("restore_test", provider, environment, until),
        since=date.fromisoformat(performed),
        until=date.fromisoformat(until),
        organisation=provider,
        role=Role.PLATFORM_ENGINEER.value,
        object=f"environment/{environment}",
        facts={"environment": environment},
    )
