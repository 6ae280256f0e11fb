/** What of OData the sandbox understands; anything else is told apart as not understood, never passed over. */

const literal = /'((?:[^']|'')*)'/u;
const startsWith = new RegExp(`^startswith\\((\\w+),\\s*${literal.source}\\)$`, 'iu');
const equals = new RegExp(`^(\\w+) eq (?:${literal.source}|(true|false))$`, 'iu');

type Row = Readonly<Record<string, unknown>>;
type Test = (row: Row) => boolean;

const lower = (value: unknown): string => (typeof value === 'string' ? value.toLowerCase() : '');

const clauseOf = (clause: string): Test | undefined => {
  const start = startsWith.exec(clause);
  if (start !== null) {
    const [, field = '', text = ''] = start;
    return (row) => lower(row[field]).startsWith(text.replaceAll("''", "'").toLowerCase());
  }
  const equal = equals.exec(clause);
  if (equal === null) return undefined;
  const [, field = '', text, flag] = equal;
  return (row) => (text === undefined ? row[field] === (flag === 'true') : lower(row[field]) === text.replaceAll("''", "'").toLowerCase());
};

// Text inside quotes may hold the word "or": it is set aside before the clauses are parted.
const partedBy = (word: 'or' | 'and', filter: string): readonly string[] => {
  const texts: string[] = [];
  const bare = filter.replace(new RegExp(literal.source, 'gu'), (text) => `@${texts.push(text) - 1}@`);
  return bare.split(` ${word} `).map((part) => part.trim().replace(/@(\d+)@/gu, (_, index: string) => texts[Number(index)] ?? ''));
};

/** A `$filter` of startswith and eq joined by one of `or` and `and`; undefined where it is anything else. */
export const filterOf = (filter: string | null): Test | undefined => {
  if (filter === null) return () => true;
  const word = partedBy('and', filter).length > 1 ? 'and' : 'or';
  const tests = partedBy(word, filter).map(clauseOf);
  if (!tests.every((test) => test !== undefined)) return undefined;
  return (row) => (word === 'and' ? tests.every((test) => test(row)) : tests.some((test) => test(row)));
};

const searchClause = /^"(\w+):((?:[^"\\]|\\.)*)"$/u;

const wordsOf = (value: unknown): readonly string[] => lower(value).split(/[^\p{L}\p{N}']+/u);

/** A `$search` of `"field:text"` joined by OR: every word of the text begins a word of the field. */
export const searchOf = (search: string): Test | undefined => {
  const clauses = search.split(' OR ').map((clause) => searchClause.exec(clause.trim()));
  if (!clauses.every((clause) => clause !== null)) return undefined;
  return (row) =>
    clauses.some(([, field = '', text = '']) => {
      const found = wordsOf(row[field]);
      const wanted = wordsOf(text).filter((word) => word !== '');
      return wanted.length > 0 && wanted.every((word) => found.some((one) => one.startsWith(word)));
    });
};

export type ManagerExpansion = { readonly levels: number | 'max'; readonly fields: readonly string[] | undefined };

/** `$expand=manager`, with `$levels` and `$select` inside; undefined where something else is expanded. */
export const managerExpansionOf = (expand: string): ManagerExpansion | undefined => {
  const match = /^manager(?:\((.*)\))?$/u.exec(expand);
  if (match === null) return undefined;
  const options = new Map((match[1] ?? '').split(';').map((option) => [option.split('=')[0] ?? '', option.split('=')[1] ?? '']));
  const levels = options.get('$levels') ?? '1';
  if (levels !== 'max' && !/^[1-9]\d*$/u.test(levels)) return undefined;
  return { levels: levels === 'max' ? 'max' : Number(levels), fields: options.get('$select')?.split(',') };
};

export const tokenOf = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** What a link of ours carried; undefined where it was not made here. */
export const fromToken = (token: string): unknown => {
  try {
    return JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
};
