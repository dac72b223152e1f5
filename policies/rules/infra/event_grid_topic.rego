# METADATA
# title: Event Grid topic
# custom:
#   type: azure-native:eventgrid:Topic
#   shared: [PP-DIAG-001, PP-EG-001, PP-EG-002, PP-EG-003, PP-EG-004, PP-EG-005, PP-LOCK-001, PP-NET-001, PP-REG-001]
package infra.event_grid_topic

import data.lib.event_grid
import data.lib.protection
import data.lib.residency

results contains event_grid.closed

results contains event_grid.encrypted

results contains event_grid.identified

results contains event_grid.known_by_identity

results contains event_grid.resident

results contains protection.locked

results contains protection.logged

results contains protection.privately_reached

results contains residency.located
