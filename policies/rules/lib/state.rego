# METADATA
# title: pass, fail or not_evaluated
# description: >-
#   Kept apart from lib.verdict: a rule named "equal" takes the place of == in its own package.
package lib.state

unknown := {"unknown": true}

# Only known after a deployment, or a withheld secret.
untold(value) if value == unknown

untold(value) if value == {"secret": true}

# Azure compares the words of its enumerations, its regions and its ids without case.
fold(value) := lower(value) if is_string(value)

else := value

equality(expected, actual) := "not_evaluated" if untold(actual)

else := "pass" if fold(actual) == fold(expected)

else := "fail"

membership(allowed, actual) := "not_evaluated" if untold(actual)

else := "pass" if among(allowed, actual)

else := "fail"

among(allowed, actual) if {
	some value in allowed
	fold(value) == fold(actual)
}

sufficiency(minimum, actual) := "not_evaluated" if untold(actual)

else := "pass" if {
	is_number(actual)
	actual >= minimum
}

else := "fail"

nothing := [null, "", [], {}]

# A withheld secret is present; what is unknown may turn out to be nothing.
presence(actual) := "not_evaluated" if actual == unknown

else := "fail" if actual in nothing

else := "pass"

passed(outcomes) if "pass" in outcomes

failed(outcomes) if "fail" in outcomes

doubted(outcomes) if "not_evaluated" in outcomes

# Several ways, of which one is enough.
either(outcomes) := "pass" if passed(outcomes)

else := "not_evaluated" if doubted(outcomes)

else := "fail"

# Several conditions, all of which must hold.
all(outcomes) := "fail" if failed(outcomes)

else := "not_evaluated" if doubted(outcomes)

else := "pass"

# One offender fails whatever else is unknown.
innocence(offenders, doubtful) := "fail" if count(offenders) > 0

else := "not_evaluated" if count(doubtful) > 0

else := "pass"

unplaced := object.get(input.related, "untold", [])

# `input.related.untold` names the kinds of which one could not be placed: it may belong here.
relation(kind, names) := "pass" if count(names) > 0

else := "not_evaluated" if kind in unplaced

else := "fail"
