# METADATA
# title: Firewall of an Event Hubs namespace
# custom:
#   type: azure-native:eventhub:NamespaceNetworkRuleSet
#   shared: [PP-NRS-001, PP-NRS-002]
package infra.event_hubs_network

import data.lib.namespace_network

results contains namespace_network.refuses

results contains namespace_network.stays_closed
