// Where logs and figures are kept, who is told, and a look from outside every five minutes.
param workspaceName string
param insightsName string
param location string
param tags object
param logDays int
param publicUrl string
param alertEmail string
param principalId string
param telemetry bool

@description('Monitoring Metrics Publisher: sends figures, and reads none.')
var publisher = '3913510d-42f4-4e42-8a64-420c390055eb'

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: workspaceName
  location: location
  tags: tags
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: logDays
    features: {
      disableLocalAuth: true
      enableLogAccessUsingOnlyResourcePermissions: true
    }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: insightsName
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    IngestionMode: 'LogAnalytics'
    DisableLocalAuth: true
    DisableIpMasking: false
  }
}

resource figuresRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (telemetry) {
  name: guid(insights.id, principalId, publisher)
  scope: insights
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', publisher)
  }
}

resource webTest 'Microsoft.Insights/webtests@2022-06-15' = {
  name: '${insightsName}-ready'
  location: location
  tags: union(tags, {
    'hidden-link:${insights.id}': 'Resource'
  })
  kind: 'standard'
  properties: {
    SyntheticMonitorId: '${insightsName}-ready'
    Name: 'Ready from outside'
    Enabled: true
    Frequency: 300
    Timeout: 30
    Kind: 'standard'
    RetryEnabled: true
    Locations: [
      {
        Id: 'emea-nl-ams-azr'
      }
      {
        Id: 'us-va-ash-azr'
      }
      {
        Id: 'apac-sg-sin-azr'
      }
    ]
    Request: {
      RequestUrl: '${publicUrl}/ready'
      HttpVerb: 'GET'
    }
    ValidationRules: {
      ExpectedHttpStatusCode: 200
      SSLCheck: true
      SSLCertRemainingLifetimeCheck: 14
    }
  }
}

resource actionGroup 'Microsoft.Insights/actionGroups@2018-03-01' = {
  name: '${insightsName}-alerts'
  location: 'Global'
  tags: tags
  properties: {
    groupShortName: 'pairs'
    enabled: true
    emailReceivers: empty(alertEmail) ? [] : [
      {
        name: 'operations'
        emailAddress: alertEmail
      }
    ]
  }
}

output workspaceId string = workspace.id
output insightsId string = insights.id
// An address and no secret: local authentication is off, so that only an identity with the role above may send.
output connection string = insights.properties.ConnectionString
output webTestId string = webTest.id
output actionGroupId string = actionGroup.id
