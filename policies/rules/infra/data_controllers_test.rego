package infra.data_controllers_test

import data.infra.data_controllers
import data.lib.cases

compliant := {"store": {
	"name": "queue",
	"type": "azure-native:servicebus:Queue",
	"data_classes": ["health"],
	"data_controllers": ["983975259"],
}}

told := {
	"compliant": {},
	"of two": {
		"change": [cases.put("/store/data_controllers", ["894166762", "983975259"])],
		"fails": ["PP-CTRL-001"],
	},
	"of two, about nobody": {
		"change": [
			cases.put("/store/data_controllers", ["894166762", "983975259"]),
			cases.put("/store/data_classes", ["internal"]),
		],
		"fails": ["PP-CTRL-001"],
	},
	"of nobody, about people": {"change": [cases.put("/store/data_controllers", [])], "fails": ["PP-CTRL-001"]},
	"of nobody, about nobody": {"change": [
		cases.put("/store/data_controllers", []),
		cases.put("/store/data_classes", ["internal"]),
	]},
	"without labels": {
		"change": [cases.put("/store/data_controllers", []), cases.put("/store/data_classes", [])],
		"doubts": ["PP-CTRL-001"],
	},
}

test_cases[name] if {
	some name, case in told
	results := data_controllers.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
