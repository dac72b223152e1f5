package infra.firewall_rule_collection_group_test

import data.infra.firewall_rule_collection_group
import data.lib.cases

compliant := {
	"resource": {
		"name": "one",
		"type": "azure-native:network:FirewallPolicyRuleCollectionGroup",
		"properties": {
			"ruleCollections": [
				{
					"name": "addresses",
					"ruleCollectionType": "FirewallPolicyFilterRuleCollection",
					"action": {
						"type": "Allow",
					},
					"rules": [
						{
							"name": "a",
							"sourceAddresses": ["10.0.0.0/24"],
							"destinationAddresses": ["Storage"],
						},
					],
				},
			],
		},
	},
	"related": {},
	"environment": cases.regions,
}

told := {
	"compliant": {},
	"that leads in": {
		"change": [cases.put("/resource/properties/ruleCollections/1", {"name": "in", "ruleCollectionType": "FirewallPolicyNatRuleCollection", "rules": []})],
		"fails": ["PP-AFWR-001"],
	},
	"out to anywhere": {
		"change": [cases.with_property("ruleCollections.0.rules.0.destinationAddresses", ["*"])],
		"fails": ["PP-AFWR-002"],
	},
	"from anybody": {
		"change": [cases.with_property("ruleCollections.0.rules.0.sourceAddresses", ["10.0.0.0/24", "*"])],
		"fails": ["PP-AFWR-002"],
	},
	"to an unknown place": {
		"change": [cases.with_property("ruleCollections.0.rules.0.destinationAddresses", cases.unknown)],
		"doubts": ["PP-AFWR-002"],
	},
	"that refuses everything": {
		"change": [cases.with_property("ruleCollections.0.action.type", "Deny"), cases.with_property("ruleCollections.0.rules.0.destinationAddresses", ["*"])],
	},
	"unknown": {
		"change": [cases.with_property("ruleCollections", cases.unknown)],
		"doubts": ["PP-AFWR-001", "PP-AFWR-002"],
	},
}

test_cases[name] if {
	some name, case in told
	results := firewall_rule_collection_group.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
