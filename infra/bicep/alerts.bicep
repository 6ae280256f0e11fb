// What somebody is told about. Each alert has a row in docs/guides/it.md and a page in docs/runbook.md.
param name string
param location string
param tags object
param workspaceId string
param actionGroupId string
param webTestId string
param insightsId string
param appId string
param instances int
param storageId string
param vaultId string
param backlogMessages int

@description('Lines of the process, in whichever slot: one JSON object each.')
var lines = 'AppServiceConsoleLogs | where (_ResourceId =~ "${appId}" or _ResourceId startswith "${appId}/slots/") and ResultDescription startswith "{" | extend line = parse_json(ResultDescription)'

var queries = [
  {
    name: 'dead-messages'
    says: 'Messages were given up. See “How the product is” in the tab.'
    severity: 2
    query: '${lines} | where tostring(line.event) == "delivery.dead" and tostring(line.concerns) == "app"'
  }
  {
    name: 'failed-credentials'
    says: 'The process could not prove who it is, or the keys of those who sign in could not be read.'
    severity: 1
    query: '${lines} | where tostring(line.event) in ("identity.noToken", "keys.unavailable")'
  }
  {
    name: 'broken-for-an-hour'
    says: 'The product itself has found that something is broken for an hour.'
    severity: 1
    query: '${lines} | where tostring(line.event) == "outage.found"'
  }
  {
    name: 'record-changed'
    says: 'The record of who did what is not as it was sealed: somebody changed rows of the storage by hand.'
    severity: 1
    query: '${lines} | where tostring(line.event) == "audit.notSealed" and tostring(line.code) == "seal-broken"'
  }
]

resource fromLines 'Microsoft.Insights/scheduledQueryRules@2023-03-15-preview' = [for one in queries: {
  name: '${name}-${one.name}'
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: '${name}: ${one.name}'
    description: one.says
    severity: one.severity
    enabled: true
    autoMitigate: true
    // The table is there only after the first line was written.
    skipQueryValidation: true
    scopes: [workspaceId]
    // Lines arrive some minutes late: each look goes back over the one before, and one alert goes on instead of a second.
    evaluationFrequency: 'PT15M'
    windowSize: 'PT30M'
    criteria: {
      allOf: [
        {
          query: one.query
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 0
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    actions: {
      actionGroups: [actionGroupId]
    }
  }
}]

resource backlog 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${name}-backlog'
  location: 'global'
  tags: tags
  properties: {
    description: 'Messages wait to be sent and are not. See “How the product is” in the tab.'
    severity: 2
    enabled: true
    autoMitigate: true
    scopes: ['${storageId}/queueServices/default']
    evaluationFrequency: 'PT15M'
    windowSize: 'PT1H'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'waiting'
          metricNamespace: 'Microsoft.Storage/storageAccounts/queueServices'
          metricName: 'QueueMessageCount'
          timeAggregation: 'Average'
          operator: 'GreaterThan'
          threshold: backlogMessages
        }
      ]
    }
    actions: [
      {
        actionGroupId: actionGroupId
      }
    ]
  }
}

var refusals = [
  {
    name: 'table-refused'
    scope: '${storageId}/tableServices/default'
    namespace: 'Microsoft.Storage/storageAccounts/tableServices'
    metric: 'Transactions'
    dimension: 'ResponseType'
    values: ['AuthorizationError', 'AuthenticationError']
  }
  {
    name: 'queue-refused'
    scope: '${storageId}/queueServices/default'
    namespace: 'Microsoft.Storage/storageAccounts/queueServices'
    metric: 'Transactions'
    dimension: 'ResponseType'
    values: ['AuthorizationError', 'AuthenticationError']
  }
  {
    name: 'key-refused'
    scope: vaultId
    namespace: 'Microsoft.KeyVault/vaults'
    metric: 'ServiceApiResult'
    dimension: 'StatusCode'
    values: ['403']
  }
]

resource refused 'Microsoft.Insights/metricAlerts@2018-03-01' = [for one in refusals: {
  name: '${name}-${one.name}'
  location: 'global'
  tags: tags
  properties: {
    description: 'A credential was refused: a role or the network may have been taken away. Run npm run doctor.'
    severity: 1
    enabled: true
    autoMitigate: true
    scopes: [one.scope]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'refused'
          metricNamespace: one.namespace
          metricName: one.metric
          timeAggregation: one.name == 'key-refused' ? 'Count' : 'Total'
          operator: 'GreaterThan'
          threshold: 5
          dimensions: [
            {
              name: one.dimension
              operator: 'Include'
              values: one.values
            }
          ]
        }
      ]
    }
    actions: [
      {
        actionGroupId: actionGroupId
      }
    ]
  }
}]

resource unready 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${name}-unready'
  location: 'global'
  tags: tags
  properties: {
    description: 'At least one instance does not answer /ready.'
    severity: 2
    enabled: true
    autoMitigate: true
    scopes: [appId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'ready'
          metricNamespace: 'Microsoft.Web/sites'
          metricName: 'HealthCheckStatus'
          timeAggregation: 'Average'
          operator: 'LessThan'
          // One of so many, for more than half of the time.
          threshold: 100 - 50 / instances
        }
      ]
    }
    actions: [
      {
        actionGroupId: actionGroupId
      }
    ]
  }
}

resource unreachable 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${name}-unreachable'
  location: 'global'
  tags: tags
  properties: {
    description: 'The process cannot be reached from outside, or its certificate ends within 14 days.'
    severity: 1
    enabled: true
    autoMitigate: true
    scopes: [webTestId, insightsId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      webTestId: webTestId
      componentId: insightsId
      failedLocationCount: 2
    }
    actions: [
      {
        actionGroupId: actionGroupId
      }
    ]
  }
}
