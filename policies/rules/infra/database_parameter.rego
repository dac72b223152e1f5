# METADATA
# title: Parameter of a PostgreSQL server
# custom:
#   type: azure-native:dbforpostgresql:Configuration
package infra.database_parameter

import data.lib.property
import data.lib.state
import data.lib.verdict

# METADATA
# title: A database server speaks TLS 1.2 or newer, and nothing else
# custom:
#   id: PP-PGC-001
#   severity: high
#   controls: ["nsm:2.7"]
#   ros: [R09]
#   detection: >-
#     Where configurationName is require_secure_transport, value is on; where it is ssl_min_protocol_version, TLSv1.2
#     or TLSv1.3. Other parameters pass.
#   false_positives: None known.
results contains verdict.finding("PP-PGC-001", "value", outcome, allowed, value)

value := property.at("value")

parameter := property.at("configurationName")

demands := {
	"require_secure_transport": ["on"],
	"ssl_min_protocol_version": ["TLSv1.2", "TLSv1.3"],
}

default allowed := []

allowed := demands[lower(parameter)] if is_string(parameter)

outcome := "not_evaluated" if state.untold(parameter)

else := "pass" if count(allowed) == 0

else := state.membership(allowed, value)
