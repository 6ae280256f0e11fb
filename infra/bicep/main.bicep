// Everything that one installation of Coaching Pairs needs in Azure, into one resource group. No secret goes in or comes out.
targetScope = 'resourceGroup'

@description('Begins the names of all resources: small letters, digits and hyphens.')
@minLength(3)
@maxLength(20)
param name string

@description('The region, for example uksouth. The bot registration itself is global.')
param location string = resourceGroup().location

@description('Set on every resource, for example cost centre and owner.')
param tags object = {}

@description('Other names than those made from `name`: storage, vault, plan, app, identity, bot, workspace, insights, network. What is left out keeps its own.')
param names object = {}

@description('Where Teams reaches the process: https and a host name of your own.')
param publicUrl string

@description('The Entra registration of the tab (made by infra/deploy.mjs).')
@minLength(36)
@maxLength(36)
param tabAppId string

@description('The id under which Teams knows the app: that of the manifest, or the App ID of the Teams admin center.')
@minLength(36)
@maxLength(36)
param teamsAppId string

@description('Whether sessions nobody wants any more are cancelled in calendars whose owner is away; Exchange must allow it first.')
@allowed(['on', 'off'])
param unattendedCalendars string = 'off'

@description('From which level lines are written. Less than warnings would silence alerts.')
@allowed(['warn', 'info'])
param logLevel string = 'info'

@description('Send figures about calls, never about people, to Application Insights.')
param telemetry bool = true

@description('How many instances run at once. Two are the least with which none is missed when one goes.')
@minValue(2)
@maxValue(10)
param instances int = 2

@description('The size of one instance. A second slot, which an upgrade needs, begins with S1 and P0v3.')
@allowed(['S1', 'S2', 'P0v3', 'P1v3', 'P2v3'])
param planSize string = 'P0v3'

@description('Spread the instances over availability zones; only where region and size offer it (P0v3 and above).')
param zoneRedundant bool = false

@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS'])
param storageCopies string = 'Standard_ZRS'

@description('Reach storage and key vault through private endpoints alone.')
param privateNetworking bool = false

@description('Address space of the network that private networking makes; at least a /26.')
param addressSpace string = '10.61.0.0/24'

@description('Who is written to when an alert fires; empty: alerts only show in the portal.')
param alertEmail string = ''

@description('Days for which logs are kept.')
@minValue(30)
@maxValue(730)
param logDays int = 90

@description('So many wake-ups waiting in the queue for an hour are a backlog.')
@minValue(1)
param backlogMessages int = 500

var unique = uniqueString(resourceGroup().id, name)
var compact = replace(name, '-', '')
var named = union({
  storage: take('${compact}${unique}', 24)
  vault: take('${name}-${unique}', 24)
  plan: '${name}-plan'
  app: name
  identity: '${name}-identity'
  bot: '${name}-bot'
  workspace: '${name}-logs'
  insights: '${name}-insights'
  network: '${name}-network'
}, names)

module identity 'identity.bicep' = {
  name: '${name}-identity'
  params: {
    name: named.identity
    location: location
    tags: tags
  }
}

module monitoring 'monitoring.bicep' = {
  name: '${name}-monitoring'
  params: {
    workspaceName: named.workspace
    insightsName: named.insights
    location: location
    tags: tags
    principalId: identity.outputs.principalId
    telemetry: telemetry
    logDays: logDays
    publicUrl: publicUrl
    alertEmail: alertEmail
  }
}

module storage 'storage.bicep' = {
  name: '${name}-storage'
  params: {
    name: named.storage
    location: location
    tags: tags
    copies: storageCopies
    privateNetworking: privateNetworking
    principalId: identity.outputs.principalId
    workspaceId: monitoring.outputs.workspaceId
  }
}

module vault 'vault.bicep' = {
  name: '${name}-vault'
  params: {
    name: named.vault
    location: location
    tags: tags
    privateNetworking: privateNetworking
    principalId: identity.outputs.principalId
    workspaceId: monitoring.outputs.workspaceId
  }
}

module network 'network.bicep' = if (privateNetworking) {
  name: '${name}-network'
  params: {
    name: named.network
    location: location
    tags: tags
    addressSpace: addressSpace
    storageId: storage.outputs.id
    vaultId: vault.outputs.id
  }
}

module app 'app.bicep' = {
  name: '${name}-app'
  params: {
    planName: named.plan
    name: named.app
    location: location
    tags: tags
    instances: instances
    planSize: planSize
    zoneRedundant: zoneRedundant
    identityId: identity.outputs.id
    subnetId: privateNetworking ? network!.outputs.appSubnetId : ''
    workspaceId: monitoring.outputs.workspaceId
    settings: {
      PORT: '8080'
      PUBLIC_URL: publicUrl
      TENANT_ID: tenant().tenantId
      BOT_APP_ID: identity.outputs.clientId
      TAB_APP_ID: tabAppId
      TEAMS_APP_ID: teamsAppId
      MANAGED_IDENTITY_CLIENT_ID: identity.outputs.clientId
      STORAGE_TABLE_URL: storage.outputs.tableUrl
      STORAGE_QUEUE_URL: storage.outputs.queueUrl
      SEALING_KEY_URL: vault.outputs.keyUrl
      UNATTENDED_CALENDARS: unattendedCalendars
      LOG_LEVEL: logLevel
      TELEMETRY_CONNECTION: telemetry ? monitoring.outputs.connection : ''
    }
  }
}

module bot 'bot.bicep' = {
  name: '${name}-bot'
  params: {
    name: named.bot
    tags: tags
    endpoint: '${publicUrl}/api/messages'
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
  }
}

module alerts 'alerts.bicep' = {
  name: '${name}-alerts'
  params: {
    name: name
    location: location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    actionGroupId: monitoring.outputs.actionGroupId
    webTestId: monitoring.outputs.webTestId
    insightsId: monitoring.outputs.insightsId
    appId: app.outputs.id
    instances: instances
    storageId: storage.outputs.id
    vaultId: vault.outputs.id
    backlogMessages: backlogMessages
  }
}

output appName string = app.outputs.name
output appHost string = app.outputs.host
output appNextHost string = app.outputs.nextHost
output identityClientId string = identity.outputs.clientId
output identityPrincipalId string = identity.outputs.principalId
output storageId string = storage.outputs.id
output vaultId string = vault.outputs.id
output keyId string = vault.outputs.keyId
output botId string = bot.outputs.id
output insightsId string = monitoring.outputs.insightsId
