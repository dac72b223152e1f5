import json

import pulumi
from pulumi_azure_native import network, resources, web

platform = pulumi.StackReference("health/platform/prod")
group = resources.ResourceGroup("group")
net = network.VirtualNetwork(
    "net",
    resource_group_name=group.name,
    address_space={"address_prefixes": [platform.require_output("range")]},
)
subnet = network.Subnet("subnet", resource_group_name=group.name, virtual_network_name=net.name)
plan = web.AppServicePlan("plan", resource_group_name=group.name, sku={"name": "B1", "tier": "Basic"})
site = web.WebApp(
    "site",
    resource_group_name=group.name,
    server_farm_id=plan.id,
    virtual_network_subnet_id=subnet.id,
    https_only=True,
    tags={
        "host": pulumi.Output.format("https://{0}/{1}", plan.name, platform.get_output("path")),
        "chained": plan.status.apply(lambda status: status.upper()).apply(lambda status: json.dumps([status])),
        "together": pulumi.Output.all(group.name, plan.status).apply(lambda pair: "/".join(pair)),
    },
)
pulumi.export("host", site.default_host_name.apply(lambda host: f"https://{host}"))
