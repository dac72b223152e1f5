# METADATA
# title: How a gate's rule says no
package onboarding.reason

# `remedy` is the key of a text, `role` the one that can open the gate.
deny(code, facts, remedy, role) := {
	"code": code,
	"facts": facts,
	"remedy": remedy,
	"unblocked_by": role,
}

# What is not said to be so, is not; what is not said not to be so, may be.
affirmed(object_, key) if object.get(object_, key, false) == true

denied(object_, key) if object.get(object_, key, true) == false
