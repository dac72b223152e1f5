package infra.security_contact_test

import data.infra.security_contact
import data.lib.cases

compliant := {
	"resource": {
		"name": "defender-contact",
		"type": "azure-native:security:SecurityContact",
		"properties": {"isEnabled": true, "emails": "soc@region.example"},
	},
	"related": {},
	"environment": cases.regions,
}

told := {
	"compliant": {},
	"silent": {"change": [cases.with_property("isEnabled", false)], "fails": ["PP-DEF-003"]},
	"maybe silent": {"change": [cases.with_property("isEnabled", cases.unknown)], "doubts": ["PP-DEF-003"]},
	"with nobody": {"change": [cases.without_property("emails")], "fails": ["PP-DEF-004"]},
	"with an empty address": {"change": [cases.with_property("emails", "")], "fails": ["PP-DEF-004"]},
}

test_cases[name] if {
	some name, case in told
	results := security_contact.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
