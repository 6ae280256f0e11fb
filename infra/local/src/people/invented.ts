import { personId } from '@coaching-pairs/shared/ids';
import { companions } from './companions.js';
import { contosoLeaders, type LeaderRow } from './contoso-leaders.js';
import { fingerprintOf, guidOf } from './identity.js';
import { offices } from './offices.js';
import { roundAdministrator, type Tenant, type TenantGroup, type TenantPerson } from './tenant.js';

const idOf = (name: string) => personId(guidOf(`contoso/${name}`));

const chiefPeopleOfficer = idOf('Margaret Lowe');

const personOf = ([name, jobTitle, department, manager, office, language]: LeaderRow): TenantPerson => ({
  id: idOf(name),
  name,
  department,
  managerId: manager === null ? null : idOf(manager),
  enabled: true,
  jobTitle,
  mail: `${name.toLowerCase().replaceAll(' ', '.')}@contoso.example.com`,
  timeZone: offices[office].zone,
  language,
  location: office,
  functionName: null,
  roles: idOf(name) === chiefPeopleOfficer ? [roundAdministrator] : [],
});

const levelOf = (person: TenantPerson, byId: ReadonlyMap<string, TenantPerson>): number => {
  const manager = person.managerId === null ? undefined : byId.get(person.managerId);
  return manager === undefined ? 0 : 1 + levelOf(manager, byId);
};

const groupsOf = (leaders: readonly TenantPerson[]): readonly TenantGroup[] => {
  const byId = new Map(leaders.map((leader) => [leader.id, leader]));
  const onLevels = (from: number, to: number): readonly string[] =>
    leaders.filter((leader) => levelOf(leader, byId) >= from && levelOf(leader, byId) <= to).map((leader) => leader.id);
  const group = (name: string, description: string, memberIds: readonly string[]): TenantGroup => ({
    id: guidOf(`contoso/group/${name}`),
    name,
    description,
    memberIds,
  });
  const top = group('Leadership team', 'The chief executive and those who report to her', onLevels(0, 1));
  const wider = group('Wider leadership team', 'The leadership team, directors and managers', [top.id, ...onLevels(2, 3)]);
  const berlin = leaders.filter((leader) => leader.location === 'Berlin').map((leader) => leader.id);
  return [top, wider, group('Leaders in Berlin', 'Everybody who leads from the Berlin office', berlin)];
};

/** Contoso, an invented organisation: sixty leaders, the Chief People Officer as people partner, an administrator, an outsider and a coordinator. */
export const inventedTenant = (): Tenant => {
  const leaders = contosoLeaders.map(personOf);
  const { administrator, outsider, coordinator } = companions();
  const people = [...leaders, administrator, outsider, coordinator];
  return {
    name: 'Contoso',
    people,
    groups: groupsOf(leaders),
    roundLeaderId: idOf('Helena Marsh'),
    peoplePartnerId: chiefPeopleOfficer,
    administratorId: administrator.id,
    outsiderId: outsider.id,
    coordinatorId: coordinator.id,
    fingerprint: fingerprintOf(people),
  };
};
