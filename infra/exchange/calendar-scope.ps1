<#
.SYNOPSIS
Lets Coaching Pairs clear the calendars of one group while their owners are away, and nobody else's.

.DESCRIPTION
Role based access control for applications in Exchange Online. The role is assigned for the direct members of one group; members of
groups inside it are not in scope. Run it again after a change: what is there already is kept, and the scope is set to the group.
Exchange may take up to two hours to follow.

Nothing is granted in Entra. A permission Calendars.* granted there would be for every mailbox, and would stand beside this scope.

.PARAMETER ObjectId
Object id of the enterprise application (service principal) of the tab's registration, not of the registration itself.

.PARAMETER Group
A mail-enabled security group whose direct members are those for whom rounds are run.

.PARAMETER MemberMailbox
A mailbox of the group, for the proof that it is in scope.

.PARAMETER OtherMailbox
A mailbox outside the group, for the proof that it is not.
#>
#Requires -Modules ExchangeOnlineManagement
[CmdletBinding()]
param(
  [Parameter(Mandatory)] [guid] $ObjectId,
  [Parameter(Mandatory)] [string] $Group,
  [Parameter(Mandatory)] [string] $MemberMailbox,
  [Parameter(Mandatory)] [string] $OtherMailbox
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$appId = '{{TAB_APP_ID}}'
$role = 'Application Calendars.ReadWrite'
$name = 'Coaching Pairs calendars'
$principal = $ObjectId.ToString()

Connect-ExchangeOnline -ShowBanner:$false

$members = (Get-DistributionGroup -Identity $Group).DistinguishedName.Replace("'", "''")
$filter = "MemberOfGroup -eq '$members'"

if (-not (Get-ServicePrincipal | Where-Object { $_.AppId -eq $appId })) {
  New-ServicePrincipal -AppId $appId -ObjectId $principal -DisplayName 'Coaching Pairs' | Out-Null
}

if (Get-ManagementScope | Where-Object { $_.Name -eq $name }) {
  Set-ManagementScope -Identity $name -RecipientRestrictionFilter $filter
} else {
  New-ManagementScope -Name $name -RecipientRestrictionFilter $filter | Out-Null
}

if (-not (Get-ManagementRoleAssignment | Where-Object { $_.Name -eq $name })) {
  New-ManagementRoleAssignment -Name $name -App $principal -Role $role -CustomResourceScope $name | Out-Null
}

function Test-InScope([string] $mailbox) {
  $answers = Test-ServicePrincipalAuthorization -Identity $principal -Resource $mailbox
  return @($answers | Where-Object { $_ -and $_.RoleName -eq $role -and "$($_.InScope)" -eq 'True' }).Count -gt 0
}

if (-not (Test-InScope $MemberMailbox)) { throw "$MemberMailbox is not in scope. Is it a direct member of ${Group}?" }
if (Test-InScope $OtherMailbox) { throw "$OtherMailbox is in scope, and must not be. Do not switch UNATTENDED_CALENDARS on." }

Write-Output "In scope: $MemberMailbox. Out of scope: $OtherMailbox. Set UNATTENDED_CALENDARS=on and start the process anew."
