/** What a line of the process says, by field. */
export type Line = Readonly<Record<string, unknown>>;

const quotedIn = (text: string): readonly string[] => [...text.matchAll(/"([^"]*)"/gu)].map(([, value = '']) => value);

/** One comparison of a field; anything else that Kusto knows is refused, so that no query goes unread. */
const comparison = (text: string): ((line: Line) => boolean) => {
  const [, field = '', operator, values = ''] = /^tostring\(line\.(\w+)\) (==|in) \(?("[^()]*")\)?$/u.exec(text.trim()) ?? [];
  if (operator === undefined) throw new Error(`This is not understood: ${text}`);
  // A field that is not there is an empty text in Kusto, as is one that is null.
  return (line) => quotedIn(values).includes(String(line[field] ?? ''));
};

/** The condition that a query of infra/bicep/alerts.bicep puts on a line. */
export const conditionOf = (query: string): ((line: Line) => boolean) => {
  const [, condition = ''] = /^\$\{lines\} \| where (.+)$/u.exec(query) ?? [];
  const all = condition.split(' and ').map(comparison);
  return (line) => all.every((one) => one(line));
};

/** Every query by the name of its alert. */
export const queriesIn = (bicep: string): ReadonlyMap<string, string> =>
  new Map([...bicep.matchAll(/name: '([a-z-]+)'\n[^{}]*?query: '(.+)'\n/gu)].map(([, name = '', query = '']) => [name, query]));
