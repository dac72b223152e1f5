"""When the garbage collector would only be in the way."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Hold the garbage collector back: what is read, assessed and worded here is all kept until the end.

    Of a thousand risks, searching it takes a third of the time that reading takes, and half of a report's.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
