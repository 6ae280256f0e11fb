// Private networking: storage and vault have addresses inside this network alone, and the process looks out from it.
param name string
param location string
param tags object
param addressSpace string
param storageId string
param vaultId string

var reached = [
  {
    name: 'table'
    id: storageId
    group: 'table'
    zone: 'privatelink.table.${environment().suffixes.storage}'
  }
  {
    name: 'queue'
    id: storageId
    group: 'queue'
    zone: 'privatelink.queue.${environment().suffixes.storage}'
  }
  {
    name: 'vault'
    id: vaultId
    group: 'vault'
    zone: 'privatelink.vaultcore.azure.net'
  }
]

resource network 'Microsoft.Network/virtualNetworks@2023-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    addressSpace: {
      addressPrefixes: [addressSpace]
    }
    subnets: [
      {
        name: 'app'
        properties: {
          addressPrefix: cidrSubnet(addressSpace, 27, 0)
          delegations: [
            {
              name: 'app'
              properties: {
                serviceName: 'Microsoft.Web/serverFarms'
              }
            }
          ]
        }
      }
      {
        name: 'endpoints'
        properties: {
          addressPrefix: cidrSubnet(addressSpace, 27, 1)
          privateEndpointNetworkPolicies: 'Enabled'
        }
      }
    ]
  }
}

module endpoints 'private-endpoint.bicep' = [for one in reached: {
  name: '${name}-${one.name}'
  params: {
    name: '${name}-${one.name}'
    location: location
    tags: tags
    zoneName: one.zone
    group: one.group
    targetId: one.id
    networkId: network.id
    subnetId: '${network.id}/subnets/endpoints'
  }
}]

output appSubnetId string = '${network.id}/subnets/app'
