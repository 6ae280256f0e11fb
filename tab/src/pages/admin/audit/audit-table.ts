import { isOpenAct } from '@coaching-pairs/shared/audit/acts';
import type { AuditExport } from '@coaching-pairs/shared/wire/audit';
import type { CsvCell } from '@coaching-pairs/shared/words/csv-text';
import type { Words } from '@coaching-pairs/shared/words/words';

type Link = AuditExport['books'][number]['links'][number];

/** The record as rows of a table, with its heading; instants in UTC, so that a spreadsheet sorts them. */
export const auditTable = ({ t }: Words, { books, people }: AuditExport): readonly (readonly CsvCell[])[] => {
  const names = new Map(people.map(({ name, person }) => [name, person.name]));
  const nameOf = (name: string): string => (name === 'product' ? t('audit.product') : (names.get(name) ?? t('audit.somebodyGone')));
  const actOf = (action: string): string => (isOpenAct(action) ? t(`audit.act.${action}`) : action);
  const row = (everywhere: boolean, { seq, at, by, action, subject, hash }: Link): readonly CsvCell[] => [
    ...[at, nameOf(by), actOf(action), subject.personId === undefined ? '' : nameOf(subject.personId)],
    ...[subject.people ?? subject.groups ?? '', everywhere ? t('audit.everywhere') : '', seq, hash],
  ];
  const heads = (['when', 'who', 'what', 'about', 'count', 'where', 'number', 'hash'] as const).map((column) =>
    t(`tab.audit.column.${column}`),
  );
  const rows = books.flatMap(({ place, links }) => links.map((link) => row(place === 'organisation', link)));
  return [heads, ...rows.sort((one, other) => (String(one[0]) < String(other[0]) ? -1 : 1))];
};
