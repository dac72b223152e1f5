# METADATA
# title: PostgreSQL database
# custom:
#   type: azure-native:dbforpostgresql:Database
package infra.database

import data.lib.verdict

# METADATA
# title: A database keeps every letter of a name
# custom:
#   id: PP-PGD-001
#   severity: medium
#   controls: ["nsm:2.9"]
#   ros: [R13]
#   detection: charset is UTF8; it cannot be changed after the database is made.
#   false_positives: A database of another program that has letters of its own.
results contains verdict.equal("PP-PGD-001", "charset", "UTF8")
