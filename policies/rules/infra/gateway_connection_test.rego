package infra.gateway_connection_test

import data.infra.gateway_connection
import data.lib.cases

compliant := {
	"resource": {
		"name": "one",
		"type": "azure-native:network:VirtualNetworkGatewayConnection",
		"properties": {
			"location": "norwayeast",
			"connectionType": "IPsec",
			"connectionProtocol": "IKEv2",
			"sharedKey": {
				"secret": true,
			},
			"ipsecPolicies": [
				{
					"ikeEncryption": "AES256",
					"ikeIntegrity": "SHA384",
					"dhGroup": "ECP384",
					"pfsGroup": "ECP384",
					"ipsecEncryption": "GCMAES256",
					"ipsecIntegrity": "GCMAES256",
				},
			],
		},
	},
	"related": {},
	"environment": cases.regions,
}

told := object.union(cases.located, {
	"compliant": {},
	"that takes anything": {
		"change": [cases.without_property("ipsecPolicies")],
		"fails": ["PP-CON-001"],
	},
	"with a weak group": {
		"change": [cases.with_property("ipsecPolicies.0.dhGroup", "DHGroup2")],
		"fails": ["PP-CON-001"],
	},
	"without later keys": {
		"change": [cases.with_property("ipsecPolicies.0.pfsGroup", "None")],
		"fails": ["PP-CON-001"],
	},
	"of the older protocol": {
		"change": [cases.with_property("connectionProtocol", "IKEv1")],
		"fails": ["PP-CON-001"],
	},
	"with unknown algorithms": {
		"change": [cases.with_property("ipsecPolicies", cases.unknown)],
		"doubts": ["PP-CON-001"],
	},
	"by a private line": {
		"change": [cases.with_property("connectionType", "ExpressRoute"), cases.without_property("ipsecPolicies"), cases.without_property("sharedKey")],
	},
	"with a key that shows": {
		"change": [cases.with_property("sharedKey", "word")],
		"fails": ["PP-CON-002"],
	},
	"with an unknown key": {
		"change": [cases.with_property("sharedKey", cases.unknown)],
		"doubts": ["PP-CON-002"],
	},
})

test_cases[name] if {
	some name, case in told
	results := gateway_connection.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
