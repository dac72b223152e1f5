# METADATA
# title: The outcome of a rule
# description: >-
#   Each function gives {rule, state, path, expected, actual}; state is pass, fail, or not_evaluated where what is
#   read is only known after a deployment, or is a withheld secret.
package lib.verdict

import data.lib.property
import data.lib.state

finding(rule, path, outcome, expected, actual) := {
	"rule": rule,
	"state": outcome,
	"path": path,
	"expected": expected,
	"actual": actual,
}

# The property has exactly this value.
equal(rule, path, expected) := finding(rule, path, state.equality(expected, actual), expected, actual) if {
	actual := property.at(path)
}

# The property has one of these values (an array, in the order that a person is shown).
one_of(rule, path, allowed) := finding(rule, path, state.membership(allowed, actual), allowed, actual) if {
	actual := property.at(path)
}

# The property is a number that is not below this one.
at_least(rule, path, minimum) := finding(rule, path, state.sufficiency(minimum, actual), minimum, actual) if {
	actual := property.at(path)
}

# The property says something.
present(rule, path) := finding(rule, path, state.presence(actual), "present", actual) if {
	actual := property.at(path)
}

# Nothing offends; `offenders` and `doubtful` (those that cannot be judged) are arrays or sets of names.
none(rule, path, offenders, doubtful) := finding(rule, path, state.innocence(offenders, doubtful), [], sort(offenders))

# Another resource of that kind belongs to this one.
related(rule, kind) := finding(rule, kind, state.relation(kind, names), "related", names) if {
	names := sort([other.name | some other in object.get(input.related, kind, [])])
}
