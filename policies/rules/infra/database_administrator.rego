# METADATA
# title: Administrator of a PostgreSQL server
# custom:
#   type: azure-native:dbforpostgresql:AdministratorsMicrosoftEntra
package infra.database_administrator

import data.lib.verdict

# METADATA
# title: A database server is administered by a group, and by no person
# custom:
#   id: PP-PGA-001
#   severity: high
#   controls: ["nsm:2.6"]
#   ros: [R02]
#   detection: principalType is Group.
#   false_positives: >-
#     A program that makes the roles of others while the server is taken into use; exempt it until a day.
results contains verdict.equal("PP-PGA-001", "principalType", "Group")
