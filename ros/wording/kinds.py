"""What a person calls a kind of resource: type of the graph, bokmål, nynorsk, English."""

from ros.wording.words import Row

TYPES: tuple[Row, ...] = (
    ("azure-native:keyvault:Vault", "nøkkelhvelvet", "nøkkelkvelvet", "the key vault"),
    ("azure-native:keyvault:Key", "nøkkelen", "nøkkelen", "the key"),
    ("azure-native:storage:StorageAccount", "lagringskontoen", "lagringskontoen", "the storage account"),
    ("azure-native:storage:BlobContainer", "lagringsområdet", "lagringsområdet", "the blob container"),
    (
        "azure-native:storage:BlobContainerImmutabilityPolicy",
        "endringsvernet",
        "endringsvernet",
        "the immutability policy",
    ),
    ("azure-native:operationalinsights:Workspace", "loggområdet", "loggområdet", "the log workspace"),
    ("azure-native:servicebus:Namespace", "meldingstjenesten", "meldingstenesta", "the messaging service"),
    ("azure-native:servicebus:Queue", "køen", "køen", "the queue"),
    ("azure-native:apimanagement:ApiManagementService", "API-porten", "API-porten", "the API gateway"),
    ("azure-native:network:VirtualNetwork", "nettet", "nettet", "the virtual network"),
    ("azure-native:network:Subnet", "delnettet", "delnettet", "the subnet"),
    ("azure-native:network:NetworkSecurityGroup", "sikkerhetsgruppen", "tryggleiksgruppa", "the security group"),
    (
        "azure-native:network:PrivateEndpoint",
        "det private endepunktet",
        "det private endepunktet",
        "the private endpoint",
    ),
    ("azure-native:network:PrivateDnsZoneGroup", "sonegruppen", "sonegruppa", "the DNS zone group"),
    ("azure-native:privatedns:PrivateZone", "navnesonen", "namnesona", "the private DNS zone"),
    ("azure-native:privatedns:VirtualNetworkLink", "sonekoblingen", "sonekoplinga", "the DNS zone link"),
    ("azure-native:authorization:RoleAssignment", "rolletildelingen", "rolletildelinga", "the role assignment"),
    ("azure-native:authorization:ManagementLockByScope", "låsen", "låsen", "the lock"),
    (
        "azure-native:monitor:DiagnosticSetting",
        "diagnoseinnstillingen",
        "diagnoseinnstillinga",
        "the diagnostic setting",
    ),
    ("azure-native:managedidentity:UserAssignedIdentity", "identiteten", "identiteten", "the managed identity"),
    ("azure-native:resources:ResourceGroup", "ressursgruppen", "ressursgruppa", "the resource group"),
)
