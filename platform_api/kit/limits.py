"""How much a request may carry."""

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from platform_api.kit.problem import TooLarge
from platform_api.kit.respond import problem_response


class BodyLimit:
    """Refuses a body that is larger than the limit: by what it says of itself at once, else when it has become so."""

    def __init__(self, app: ASGIApp, limit: int) -> None:
        self.app = app
        self.limit = limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer 413."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        said = headers.get("content-length", "0")
        if not said.isdecimal() or len(said) > 12 or int(said) > self.limit:
            await problem_response(TooLarge(facts={"limit": self.limit}), headers)(scope, receive, send)
            return
        taken = 0

        async def counted() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > self.limit:
                raise TooLarge(facts={"limit": self.limit})
            return message

        await self.app(scope, counted, send)
