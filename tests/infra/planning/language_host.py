"""Run a program as Pulumi's language host does: against a monitor and an engine on the other end of a socket.

python language_host.py ADDRESS PROJECT STACK FOLDER CONFIG
"""

import asyncio
import json
import os
import runpy
import sys

import pulumi
import pulumi.runtime

address, project, stack, folder, config = sys.argv[1:]
values = {f"{project}:{key}": value["secure"] for key, value in json.loads(config).items()}
pulumi.runtime.set_all_config(values, list(values))
pulumi.runtime.configure(
    pulumi.runtime.Settings(
        monitor=address, engine=address, project=project, stack=stack, dry_run=True, organization="organization"
    )
)
os.chdir(folder)
sys.path.insert(0, folder)
asyncio.run(pulumi.runtime.run_in_stack(lambda: (runpy.run_path("__main__.py", run_name="__main__"), None)[1]))
