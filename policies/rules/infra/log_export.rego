# METADATA
# title: Export of a log workspace
# custom:
#   type: azure-native:operationalinsights:DataExport
package infra.log_export

import data.lib.verdict

# METADATA
# title: An export of logs is on
# custom:
#   id: PP-EXP-001
#   severity: high
#   controls: ["nsm:3.2"]
#   ros: [R10]
#   detection: enable is true.
#   false_positives: An export that is paused while its receiver moves.
results contains verdict.equal("PP-EXP-001", "enable", true)

# METADATA
# title: An export of logs names what it exports
# custom:
#   id: PP-EXP-002
#   severity: medium
#   controls: ["nsm:3.2"]
#   ros: [R10]
#   detection: tableNames has at least one table.
#   false_positives: None known.
results contains verdict.present("PP-EXP-002", "tableNames")
