import { all } from './rows.js';

/** The rows of the matrix for who did what in a round; nothing in it is anybody's own or about one match. */
export const auditFields = {
  ...all('AuditPage.', 'organising', ['name', 'more', 'sealedAt']),
  ...all('AuditPage.lines[].', 'organising', ['seq', 'at', 'by', 'action', 'about', 'count', 'everywhere']),
  ...all('AuditCheck.', 'organising', ['at', 'books[].place', 'books[].book', 'books[].fault', 'waitingSince']),
  ...all('AuditExport.', 'organising', ['format', 'madeAt', 'round.id', 'round.name', 'people[].name', 'people[].person']),
  ...all('AuditExport.books[].', 'organising', ['place', 'beginning.seq', 'beginning.previous', 'count', 'hash']),
  ...all('AuditExport.books[].links[].', 'organising', ['seq', 'at', 'by', 'action', 'subject', 'veil', 'result', 'hash']),
  ...all('LeaverErased.', 'upkeep', ['outcome', 'deleted', 'renamed']),
};
