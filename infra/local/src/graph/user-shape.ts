import type { TenantPerson } from '../people/tenant.js';

export type GraphUser = Readonly<Record<string, unknown>> & { readonly id: string };

const defaultFields =
  'businessPhones,displayName,givenName,id,jobTitle,mail,mobilePhone,officeLocation,preferredLanguage,surname,userPrincipalName';

/** Somebody as the directory shows them, every property that the sandbox knows. */
export const userOf = (person: TenantPerson): GraphUser => {
  const [given = '', ...rest] = person.name.split(' ');
  return {
    id: person.id,
    displayName: person.name,
    givenName: given,
    surname: rest.join(' '),
    jobTitle: person.jobTitle,
    department: person.department,
    mail: person.mail,
    userPrincipalName: person.mail ?? `${encodeURIComponent(person.id)}@contoso.example.com`,
    accountEnabled: person.enabled,
    userType: person.guest === true ? 'Guest' : 'Member',
    officeLocation: person.location,
    preferredLanguage: person.language,
    usageLocation: person.language?.split('-')[1] ?? null,
    employeeOrgData: null,
    businessPhones: [],
    mobilePhone: null,
  };
};

const known = new Set(
  Object.keys(
    userOf({
      id: '' as TenantPerson['id'],
      name: '',
      department: null,
      managerId: null,
      enabled: true,
      jobTitle: null,
      mail: null,
      timeZone: null,
      language: null,
      location: null,
      functionName: null,
      roles: [],
    }),
  ),
);

/** The fields of `$select`, or Graph's own default (which has neither department nor accountEnabled). A field that users do not have is named. */
export const selectedFields = (
  select: string | null,
  alsoAllowed: readonly string[] = [],
): { readonly fields: readonly string[]; readonly unknown?: string } => {
  const fields = (select ?? defaultFields).split(',').map((field) => field.trim());
  const unknown = fields.find((field) => !known.has(field) && !alsoAllowed.includes(field));
  return unknown === undefined ? { fields } : { fields, unknown };
};

/** The fields asked for and always the id; what is hidden for want of a permission comes as null. */
export const projected = (user: GraphUser, fields: readonly string[], hidden: ReadonlySet<string>): GraphUser => ({
  ...Object.fromEntries(fields.filter((field) => field in user).map((field) => [field, hidden.has(field) ? null : user[field]])),
  id: user.id,
});
