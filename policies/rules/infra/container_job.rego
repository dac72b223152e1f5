# METADATA
# title: Container job
# custom:
#   type: azure-native:app:Job
#   shared: [PP-CA-001, PP-CA-002, PP-CA-004, PP-REG-001]
package infra.container_job

import data.lib.container
import data.lib.residency

results contains container.identified

results contains container.pinned

results contains container.secrets_in_vault

results contains residency.located
