# METADATA
# title: How a test tells its cases
# description: >-
#   A case is a change to a compliant input, and the rules that then fail or cannot judge; all others pass. The embedded
#   engine cannot replace the input inside a policy, so there the same cases are run from outside, with nothing of this
#   file but what the cases say.
package lib.cases

# Change one thing: `pointer` is a JSON pointer into the input.
put(pointer, value) := {"op": "add", "path": pointer, "value": value}

drop(pointer) := {"op": "remove", "path": pointer}

# Change one property of the resource: `path` is dotted.
with_property(path, value) := put(concat("/", ["/resource/properties", replace(path, ".", "/")]), value)

without_property(path) := drop(concat("/", ["/resource/properties", replace(path, ".", "/")]))

# Are exactly these the rules in that state?
holds(results, case) if {
	in_state(results, "fail") == sort(object.get(case, "fails", []))
	in_state(results, "not_evaluated") == sort(object.get(case, "doubts", []))
}

in_state(results, outcome) := sort([result.rule | some result in results; result.state == outcome])

unknown := {"unknown": true}

regions := {"regions": ["norwayeast", "norwaywest"]}

# What every stateful service has about it.
protected := {
	"diagnostic_settings": [{"name": "logs"}],
	"locks": [{"name": "lock", "level": "CanNotDelete"}],
	"private_endpoints": [{"name": "endpoint"}],
}

unprotected := {
	"without a lock": {"change": [drop("/related/locks")], "fails": ["PP-LOCK-001"]},
	"without logs": {"change": [drop("/related/diagnostic_settings")], "fails": ["PP-DIAG-001"]},
	"without a private endpoint": {"change": [drop("/related/private_endpoints")], "fails": ["PP-NET-001"]},
	"with a lock that is somewhere": {
		"change": [drop("/related/locks"), put("/related/untold", ["locks"])],
		"doubts": ["PP-LOCK-001"],
	},
}

located := {
	"in a region written otherwise": {"change": [with_property("location", "Norway East")]},
	"abroad": {"change": [with_property("location", "westeurope")], "fails": ["PP-REG-001"]},
	"without a region": {"change": [without_property("location")], "fails": ["PP-REG-001"]},
	"in a region that is not known yet": {"change": [with_property("location", unknown)], "doubts": ["PP-REG-001"]},
}
