"""The recorder's monitor behind a real socket: what the SDK sends an engine is recorded as what it hands a mock."""

import io
import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent import futures
from pathlib import Path
from typing import Any

import grpc  # type: ignore[import-untyped]
import pytest
from google.protobuf import empty_pb2  # type: ignore[import-untyped]
from pulumi.runtime.proto import engine_pb2_grpc, resource_pb2, resource_pb2_grpc

from infra.planning import recorder
from infra.planning.offline import ARM_IDS

HERE = Path(__file__).parent
SMALL = HERE / "programs" / "small"


class Monitor(resource_pb2_grpc.ResourceMonitorServicer):
    """Hand each request to a recorder, one at a time."""

    def __init__(self, recording: recorder.Recorder) -> None:
        self._recording = recording
        self._turn = threading.Lock()

    def _in_turn(self, name: str, request: Any) -> Any:
        with self._turn:
            return getattr(self._recording, name)(request)

    def RegisterResource(self, request: Any, context: Any) -> Any:  # noqa: N802
        return self._in_turn("RegisterResource", request)

    def ReadResource(self, request: Any, context: Any) -> Any:  # noqa: N802
        return self._in_turn("ReadResource", request)

    def RegisterResourceOutputs(self, request: Any, context: Any) -> Any:  # noqa: N802
        return empty_pb2.Empty()

    def GetDeploymentInfo(self, request: Any, context: Any) -> Any:  # noqa: N802
        return self._in_turn("GetDeploymentInfo", request)

    def SignalAndWaitForShutdown(self, request: Any, context: Any) -> Any:  # noqa: N802
        return empty_pb2.Empty()

    def Invoke(self, request: Any, context: Any) -> Any:  # noqa: N802
        return resource_pb2.ResourceInvokeResponse(unknown=True)


class Engine(engine_pb2_grpc.EngineServicer):
    """Take the log, and keep none of it."""

    def Log(self, request: Any, context: Any) -> Any:  # noqa: N802
        return empty_pb2.Empty()


@pytest.fixture
def wire() -> Iterator[tuple[str, io.StringIO]]:
    """A monitor and an engine on a free port of this machine, and what they record."""
    out = io.StringIO()
    recording = recorder.Recorder(
        out,
        recorder.Decoder(SMALL.resolve(), recorder.Secrets()),
        recorder.ArmIds(json.loads(ARM_IDS.read_text("utf-8")), recorder.NO_SUBSCRIPTION),
        project="parity",
        stack="test",
        strict=False,
    )
    server = grpc.server(futures.ThreadPoolExecutor(8))
    resource_pb2_grpc.add_ResourceMonitorServicer_to_server(Monitor(recording), server)
    engine_pb2_grpc.add_EngineServicer_to_server(Engine(), server)
    port = server.add_insecure_port("127.0.0.1:0")
    server.start()
    yield f"127.0.0.1:{port}", out
    server.stop(0).wait()


def plain(value: Any) -> Any:
    """Leave out what only the recorder's own process can tell: which output an unknown waits for."""
    if isinstance(value, dict):
        return {"unknown": True} if value.get("unknown") is True else {key: plain(item) for key, item in value.items()}
    return [plain(item) for item in value] if isinstance(value, list) else value


def test_the_record_is_the_same_over_the_wire(wire: tuple[str, io.StringIO], small: Any) -> None:
    address, out = wire
    config = (HERE / "programs" / "small.config.json").read_text("utf-8")
    command = [sys.executable, str(HERE / "language_host.py"), address, "parity", "test", str(SMALL), config]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    lines = {line["urn"]: line for line in map(json.loads, out.getvalue().splitlines())}
    vault = next(line for line in lines.values() if line["type"].endswith(":Vault"))
    assert len(vault["aliases"]) > 10, "over the wire nobody takes the SDK's own aliases away"
    assert "s3cret-value-abc" not in out.getvalue()
    assert [plain(lines[line["urn"]] | {"aliases": []}) for line in small.resources] == [
        plain(line | {"aliases": []}) for line in small.resources
    ]
    assert len(lines) == len(small.resources)
