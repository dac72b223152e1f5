"""The service's log: JSON lines on standard error, with nothing in them that a request said.

The lines go through Python's own logging, so that a program that merely uses the service hears of trouble only; the
service's own processes turn the rest on.
"""

import logging
import sys

import structlog

_PROCESSORS: list[structlog.typing.Processor] = [
    structlog.stdlib.filter_by_level,
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    structlog.processors.JSONRenderer(ensure_ascii=False),
]


def log_of(name: str) -> structlog.stdlib.BoundLogger:
    """Give the logger of a part, such as ``prosess.worker``."""
    wrapped: structlog.stdlib.BoundLogger = structlog.wrap_logger(
        logging.getLogger(name), processors=_PROCESSORS, wrapper_class=structlog.stdlib.BoundLogger
    )
    return wrapped


def set_up_logging(level: int = logging.INFO) -> None:
    """Write lines; called by the process's own entry points, never on import."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(message)s"))
    service = logging.getLogger("prosess")
    service.handlers = [handler]
    service.setLevel(level)
    service.propagate = False
