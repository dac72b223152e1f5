# METADATA
# title: Whose data a store holds (law 5)
# description: >-
#   Judges the small facts that are prepared for each store: a vault, a queue, a container, a database.
# custom:
#   type: law:store
package infra.data_controllers

import data.lib.verdict

# METADATA
# title: A store holds the data of one data controller
# custom:
#   id: PP-CTRL-001
#   severity: critical
#   controls: ["nsm:2.2", "nsm:2.7"]
#   ros: [R01]
#   detection: >-
#     The data controllers of the store's label, of what lies inside it, and of any resource with the same ARM id: exactly
#     one where the data is personal or on health, at most one otherwise.
#   false_positives: A resource whose label names the controller of its caller rather than of its data.
results contains verdict.finding("PP-CTRL-001", "data_controllers", outcome, 1, controllers)

controllers := input.store.data_controllers

classes := input.store.data_classes

about_people if {
	some class in classes
	class in ["health", "personal"]
}

outcome := "fail" if count(controllers) > 1

else := "pass" if count(controllers) == 1

else := "fail" if about_people

else := "not_evaluated" if count(classes) == 0

else := "pass"
