// The process: at least two instances, and a second slot in which the next version proves itself before it takes over.
param planName string
param name string
param location string
param tags object
param instances int
param planSize string
param zoneRedundant bool
param identityId string
param subnetId string
param workspaceId string

@description('The settings of the process by their names; none of them is a secret.')
param settings object

@description('What App Service itself reads: the folder runs as it was built, a swap waits until the next version is ready, and no agent watches its calls.')
var platform = {
  WEBSITE_RUN_FROM_PACKAGE: '1'
  SCM_DO_BUILD_DURING_DEPLOYMENT: 'false'
  WEBSITE_HEALTHCHECK_MAXPINGFAILURES: '3'
  WEBSITE_SWAP_WARMUP_PING_PATH: '/ready'
  WEBSITE_SWAP_WARMUP_PING_STATUSES: '200'
  ApplicationInsightsAgent_EXTENSION_VERSION: 'disabled'
}

var configuration = {
  linuxFxVersion: 'NODE|24-lts'
  appCommandLine: 'node main.js'
  alwaysOn: true
  healthCheckPath: '/ready'
  http20Enabled: true
  minTlsVersion: '1.2'
  scmMinTlsVersion: '1.2'
  ftpsState: 'Disabled'
  remoteDebuggingEnabled: false
  webSocketsEnabled: false
  vnetRouteAllEnabled: !empty(subnetId)
  appSettings: map(items(union(settings, platform)), setting => {
    name: setting.key
    value: setting.value
  })
}

var common = {
  httpsOnly: true
  clientAffinityEnabled: false
  publicNetworkAccess: 'Enabled'
  virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
}

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'linux'
  sku: {
    name: planSize
    capacity: instances
  }
  properties: {
    reserved: true
    zoneRedundant: zoneRedundant
  }
}

resource site 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  tags: tags
  kind: 'app,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: union(common, {
    serverFarmId: plan.id
    siteConfig: configuration
  })
}

resource next 'Microsoft.Web/sites/slots@2024-04-01' = {
  parent: site
  name: 'next'
  location: location
  tags: tags
  kind: 'app,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: union(common, {
    serverFarmId: plan.id
    siteConfig: configuration
  })
}

// Nobody puts a version there with a password: only with an identity and a role.
resource noFtp 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: site
  name: 'ftp'
  properties: {
    allow: false
  }
}

resource noScm 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: site
  name: 'scm'
  properties: {
    allow: false
  }
}

resource nextNoFtp 'Microsoft.Web/sites/slots/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: next
  name: 'ftp'
  properties: {
    allow: false
  }
}

resource nextNoScm 'Microsoft.Web/sites/slots/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: next
  name: 'scm'
  properties: {
    allow: false
  }
}

// What the process itself writes, without a name or a text of anybody. Addresses that people opened are not kept.
var kept = [
  {
    category: 'AppServiceConsoleLogs'
    enabled: true
  }
  {
    category: 'AppServicePlatformLogs'
    enabled: true
  }
  {
    category: 'AppServiceAuditLogs'
    enabled: true
  }
]

resource lines 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'lines'
  scope: site
  properties: {
    workspaceId: workspaceId
    logs: kept
    metrics: [
      {
        category: 'AllMetrics'
        enabled: true
      }
    ]
  }
}

// A version that does not start in the second slot says there why.
resource nextLines 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'lines'
  scope: next
  properties: {
    workspaceId: workspaceId
    logs: kept
  }
}

output id string = site.id
output name string = site.name
output host string = site.properties.defaultHostName
output nextHost string = next.properties.defaultHostName
