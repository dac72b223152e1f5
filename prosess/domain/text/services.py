"""What the services that an environment may ask for are called, by their keys in the table of regions."""

from prosess.domain.text.wording import Wording

SERVICES: dict[str, Wording] = {
    "key_vault": Wording("Key Vault Premium", "Key Vault Premium", "Key Vault Premium"),
    "monitoring": Wording("Log Analytics", "Log Analytics", "Log Analytics"),
    "log_cluster": Wording(
        "Egen klynge for Log Analytics", "Eiga klynge for Log Analytics", "Log Analytics dedicated cluster"
    ),
    "siem": Wording("Microsoft Sentinel", "Microsoft Sentinel", "Microsoft Sentinel"),
    "storage": Wording(
        "Lagring med kopi i paret til regionen",
        "Lagring med kopi i paret til regionen",
        "Storage with replication to the paired region",
    ),
    "messaging": Wording(
        "Service Bus Premium fordelt på soner",
        "Service Bus Premium fordelt på soner",
        "Service Bus Premium, zone redundant",
    ),
    "api_gateway": Wording("API Management Premium", "API Management Premium", "API Management Premium"),
    "backup": Wording(
        "Hvelv for sikkerhetskopier, fordelt på soner",
        "Kvelv for tryggleikskopiar, fordelt på soner",
        "Backup vault, zone redundant",
    ),
    "dns_resolver": Wording(
        "Navneløseren DNS Private Resolver", "Namneløysaren DNS Private Resolver", "DNS Private Resolver"
    ),
    "firewall": Wording(
        "Azure Firewall Premium fordelt på soner",
        "Azure Firewall Premium fordelt på soner",
        "Azure Firewall Premium, zone redundant",
    ),
    "flow_logs": Wording(
        "Flytlogger for virtuelle nettverk", "Flytloggar for virtuelle nettverk", "Virtual network flow logs"
    ),
    "network_gateway": Wording(
        "Nettverksgateway fordelt på soner", "Nettverksgateway fordelt på soner", "Network gateway, zone redundant"
    ),
    "registry": Wording(
        "Container Registry Premium fordelt på soner",
        "Container Registry Premium fordelt på soner",
        "Container Registry Premium, zone redundant",
    ),
    "fhir": Wording(
        "FHIR-tjenesten i Azure Health Data Services",
        "FHIR-tenesta i Azure Health Data Services",
        "Azure Health Data Services, FHIR service",
    ),
    "event_grid": Wording("Event Grid", "Event Grid", "Event Grid"),
    "event_hubs": Wording("Event Hubs fordelt på soner", "Event Hubs fordelt på soner", "Event Hubs, zone redundant"),
    "container_apps": Wording(
        "Container Apps fordelt på soner", "Container Apps fordelt på soner", "Container Apps, zone redundant"
    ),
    "postgresql": Wording(
        "Azure Database for PostgreSQL fordelt på soner",
        "Azure Database for PostgreSQL fordelt på soner",
        "Azure Database for PostgreSQL, zone redundant",
    ),
}
"""Key of a service in the table of regions → what it is called."""

ANOTHER_SERVICE = Wording("en annen tjeneste", "ei anna teneste", "another service")
"""Said where no region has the service."""
