package infra.network_security_group_test

import data.infra.network_security_group
import data.lib.cases

last := {
	"name": "refuse-all",
	"access": "Deny",
	"direction": "Inbound",
	"priority": 4096,
	"protocol": "*",
	"sourceAddressPrefix": "*",
	"destinationPortRange": "*",
}

from_gateway := {
	"name": "from-gateway",
	"access": "Allow",
	"direction": "Inbound",
	"priority": 100,
	"protocol": "Tcp",
	"sourceAddressPrefix": "10.20.0.0/24",
	"destinationPortRange": "443",
}

compliant := {
	"resource": {
		"name": "group",
		"type": "azure-native:network:NetworkSecurityGroup",
		"properties": {"location": "norwayeast"},
	},
	"related": {"security_rules": [from_gateway, last]},
	"environment": cases.regions,
}

rules(list) := [cases.put("/related/security_rules", list)]

told := object.union(cases.located, {
	"compliant": {},
	"letting out anywhere": {"change": rules([
		object.union(from_gateway, {
			"direction": "Outbound",
			"sourceAddressPrefix": "*",
			"priority": 4096,
		}),
		last,
	])},
	"without rules": {"change": [cases.drop("/related/security_rules")], "fails": ["PP-NSG-001"]},
	"without an end": {"change": rules([from_gateway]), "fails": ["PP-NSG-001"]},
	"with an end before the end": {
		"change": rules([object.union(from_gateway, {"priority": 4096}), object.union(last, {"priority": 4000})]),
		"fails": ["PP-NSG-001"],
	},
	"refusing one port": {
		"change": rules([from_gateway, object.union(last, {"destinationPortRange": "22"})]),
		"fails": ["PP-NSG-001"],
	},
	"letting in anybody": {
		"change": rules([object.union(from_gateway, {"sourceAddressPrefix": "*"}), last]),
		"fails": ["PP-NSG-002"],
	},
	"letting in the internet": {
		"change": rules([object.union(from_gateway, {"sourceAddressPrefix": "internet"}), last]),
		"fails": ["PP-NSG-002"],
	},
	"letting in anybody among others": {
		"change": rules([
			object.union(object.remove(from_gateway, ["sourceAddressPrefix"]), {"sourceAddressPrefixes": [
				"10.0.0.0/8",
				"0.0.0.0/0",
			]}),
			last,
		]),
		"fails": ["PP-NSG-002"],
	},
	"with a rule from somewhere": {
		"change": rules([object.union(from_gateway, {"sourceAddressPrefix": cases.unknown}), last]),
		"doubts": ["PP-NSG-002"],
	},
	"with a rule that is somewhere": {
		"change": array.concat(rules([from_gateway]), [cases.put("/related/untold", ["security_rules"])]),
		"doubts": ["PP-NSG-001", "PP-NSG-002"],
	},
})

test_cases[name] if {
	some name, case in told
	results := network_security_group.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
