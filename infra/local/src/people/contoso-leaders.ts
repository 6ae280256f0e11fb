import type { Office } from './offices.js';

/** One leader of the invented organisation: name, title, department, manager's name, office, language. */
export type LeaderRow = readonly [string, string, string, string | null, Office, string];

type RowOfDepartment = readonly [name: string, title: string, manager: string, office: Office, language: string];

const at = (department: string, rows: readonly RowOfDepartment[]): readonly LeaderRow[] =>
  rows.map(([name, title, manager, office, language]) => [name, title, department, manager, office, language]);

const engineering = at('Engineering', [
  ['Arjun Mehta', 'Chief Technology Officer', 'Helena Marsh', 'Bengaluru', 'en-IN'],
  ['Lukas Brandt', 'Director of Platform', 'Arjun Mehta', 'Berlin', 'de-DE'],
  ['Kavya Rao', 'Director of Applications', 'Arjun Mehta', 'Bengaluru', 'en-IN'],
  ['Owen Gallagher', 'Director of Quality', 'Arjun Mehta', 'Dublin', 'en-IE'],
  ['Sofia Lindqvist', 'Manager, Cloud Foundations', 'Lukas Brandt', 'Berlin', 'sv-SE'],
  ['Tomasz Zielinski', 'Manager, Data Platform', 'Lukas Brandt', 'Warsaw', 'pl-PL'],
  ['Nisha Gurung', 'Manager, Mobile', 'Kavya Rao', 'Kathmandu', 'ne-NP'],
  ['Dev Chatterjee', 'Manager, Web', 'Kavya Rao', 'Bengaluru', 'en-IN'],
]);

const product = at('Product', [
  ['Isabel Fuentes', 'Chief Product Officer', 'Helena Marsh', 'Seattle', 'es-ES'],
  ['Jonas Weber', 'Director of Product Strategy', 'Isabel Fuentes', 'Berlin', 'de-DE'],
  ['Grace Whitfield', 'Director of Design', 'Isabel Fuentes', 'Seattle', 'en-US'],
  ['Yuki Tanabe', 'Product Manager, Asia', 'Jonas Weber', 'Tokyo', 'ja-JP'],
  ['Camille Roux', 'Product Manager, Payments', 'Jonas Weber', 'Paris', 'fr-FR'],
  ['Miguel Duarte', 'Manager, Research', 'Grace Whitfield', 'São Paulo', 'pt-BR'],
  ['Priya Sharma', 'Manager, Interaction Design', 'Grace Whitfield', 'London', 'en-GB'],
]);

const sales = at('Sales', [
  ['Victor Adeyemi', 'Chief Revenue Officer', 'Helena Marsh', 'New York', 'en-US'],
  ['Charlotte Dubois', 'Director of Sales, Europe', 'Victor Adeyemi', 'Paris', 'fr-FR'],
  ['Rafael Teixeira', 'Director of Sales, Americas', 'Victor Adeyemi', 'São Paulo', 'pt-BR'],
  ['Hannah Brooks', 'Director of Partnerships', 'Victor Adeyemi', 'New York', 'en-US'],
  ['Piotr Nowak', 'Regional Manager, East', 'Charlotte Dubois', 'Warsaw', 'pl-PL'],
  ['Fiona Byrne', 'Regional Manager, Islands', 'Charlotte Dubois', 'Dublin', 'en-IE'],
  ['Luana Barros', 'Regional Manager, South', 'Rafael Teixeira', 'São Paulo', 'pt-BR'],
  ['Marcus Hale', 'Key Account Manager', 'Hannah Brooks', 'New York', 'en-US'],
]);

const marketing = at('Marketing', [
  ['Amara Nwosu', 'Chief Marketing Officer', 'Helena Marsh', 'London', 'en-GB'],
  ['Elif Kaya', 'Director of Brand', 'Amara Nwosu', 'Berlin', 'de-DE'],
  ['Ben Fletcher', 'Director of Demand', 'Amara Nwosu', 'London', 'en-GB'],
  ['Noemi Conti', 'Manager, Events', 'Elif Kaya', 'Paris', 'fr-FR'],
  ['Victoria Stone', 'Manager, Content', 'Elif Kaya', 'London', 'en-GB'],
  ['Haruto Mori', 'Manager, Asia Marketing', 'Ben Fletcher', 'Tokyo', 'ja-JP'],
  ['Ruby Caldwell', 'Manager, Digital', 'Ben Fletcher', 'Sydney', 'en-AU'],
]);

const finance = at('Finance', [
  ['Samuel Osei', 'Chief Financial Officer', 'Helena Marsh', 'London', 'en-GB'],
  ['Birgit Hansen', 'Director of Controlling', 'Samuel Osei', 'Berlin', 'de-DE'],
  ['Anil Kapoor', 'Director of Treasury', 'Samuel Osei', 'Bengaluru', 'en-IN'],
  ['Joanna Wrona', 'Manager, Reporting', 'Birgit Hansen', 'Warsaw', 'pl-PL'],
  ['Peter Lang', 'Manager, Planning', 'Birgit Hansen', 'Berlin', 'de-DE'],
  ['Luis Ortega', 'Manager, Cash and Banking', 'Anil Kapoor', 'New York', 'es-US'],
  ['Meera Pillai', 'Manager, Tax', 'Anil Kapoor', 'Bengaluru', 'en-IN'],
]);

const operations = at('Operations', [
  ['Daniel Reyes', 'Chief Operating Officer', 'Helena Marsh', 'New York', 'en-US'],
  ['Agnieszka Maj', 'Director of Supply', 'Daniel Reyes', 'Warsaw', 'pl-PL'],
  ['Kenji Sato', 'Director of Manufacturing', 'Daniel Reyes', 'Tokyo', 'ja-JP'],
  ['Liam Doyle', 'Director of Customer Service', 'Daniel Reyes', 'Dublin', 'en-IE'],
  ['Oskar Wolf', 'Manager, Logistics', 'Agnieszka Maj', 'Berlin', 'de-DE'],
  ['Aiko Hayashi', 'Plant Manager', 'Kenji Sato', 'Tokyo', 'ja-JP'],
  ['Zoe Campbell', 'Manager, Service South', 'Liam Doyle', 'Sydney', 'en-AU'],
  ['Thomas Adeleke', 'Manager, Service North', 'Liam Doyle', 'London', 'en-GB'],
]);

const people = at('People', [
  ['Margaret Lowe', 'Chief People Officer', 'Helena Marsh', 'London', 'en-GB'],
  ['Stefan Keller', 'Director of Talent', 'Margaret Lowe', 'Berlin', 'de-DE'],
  ['Leticia Campos', 'Director of People Operations', 'Margaret Lowe', 'São Paulo', 'pt-BR'],
  ['Emma Hughes', 'Manager, Learning', 'Stefan Keller', 'London', 'en-GB'],
  ['Ravi Menon', 'Manager, Recruiting', 'Stefan Keller', 'Bengaluru', 'en-IN'],
  ['Anna Petrova', 'Manager, Workplace', 'Leticia Campos', 'Berlin', 'de-DE'],
  ['Claire Fontaine', 'Manager, Rewards', 'Leticia Campos', 'Paris', 'fr-FR'],
]);

const legal = at('Legal', [
  ['Catherine Blake', 'General Counsel', 'Helena Marsh', 'New York', 'en-US'],
  ['Dieter Vogel', 'Director of Compliance', 'Catherine Blake', 'Berlin', 'de-DE'],
  ['Alice Nakamura', 'Director of Contracts', 'Catherine Blake', 'Seattle', 'en-US'],
  ['Monika Krol', 'Manager, Privacy', 'Dieter Vogel', 'Warsaw', 'pl-PL'],
  ['Joao Ferraz', 'Manager, Trade Rules', 'Dieter Vogel', 'São Paulo', 'pt-BR'],
  ['Sara Haddad', 'Manager, Ethics Line', 'Dieter Vogel', 'Paris', 'fr-FR'],
  ['Nathan Cole', 'Manager, Commercial Contracts', 'Alice Nakamura', 'Seattle', 'en-US'],
]);

const chief: LeaderRow = ['Helena Marsh', 'Chief Executive Officer', 'Executive office', null, 'London', 'en-GB'];

/** Sixty or so leaders of eight functions below one chief executive, four levels in all. */
export const contosoLeaders: readonly LeaderRow[] = [
  chief,
  ...engineering,
  ...product,
  ...sales,
  ...marketing,
  ...finance,
  ...operations,
  ...people,
  ...legal,
];
