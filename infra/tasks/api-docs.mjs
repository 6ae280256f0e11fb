// Writes docs/api.md from the description that the API gives of itself: node infra/tasks/api-docs.mjs
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { inRoot, isMain, main } from './project.mjs';

const file = inRoot('docs/api.md');

const head = `# The API between tab and bot

Made by \`npm run docs:api\` from the table of routes (shared/src/wire/routes.ts); the same description is served as OpenAPI 3.0 at
\`GET /api/openapi.json\`. \`npm run check\` fails when this page is out of date.

- Every call carries \`Authorization: Bearer …\`: the token that Teams gives the tab for this API. There is no other way to sign in.
- A change is sent as \`application/json\` and carries an \`opId\` chosen by the caller (8 to 64 letters, digits, \`-\` or \`_\`). Repeating
  it with the same \`opId\` changes nothing more.
- Every answer carries \`X-Correlation-Id\`; a refusal carries it in its body as well, with a code, a sentence for people, and where a
  field is wrong, which one. The number finds the call in the log.
- What is not the caller's to know and what does not exist are answered alike.

| Status | Meaning |
|---|---|
| 401 | no token, or not a good one |
| 403 | signed in, but without the role |
| 404 | there is no such thing, or it is not for the caller |
| 409 | not as things stand; the message says why |
| 413, 415, 422 | the body is too large (1 MB), not JSON, or wrong in the fields that are named |
| 429 | more than 300 calls of one person in a minute |
| 500, 503 | something went wrong, here or in a service behind; nothing was said of it but the number |

Two addresses need no token: \`GET /live\` says that the process runs, \`GET /ready\` that it can work (503 while its store is away and
once it was asked to stop).
`;

const bounds = ({ minLength, maxLength, minItems, maxItems, minimum, maximum }, unit) => {
  const [least, most] = [minLength ?? minItems ?? minimum, maxLength ?? maxItems ?? maximum];
  const isGiven = (bound) => bound !== undefined && Math.abs(bound) < Number.MAX_SAFE_INTEGER;
  if (isGiven(least) && isGiven(most)) return ` (${least} to ${most}${unit})`;
  if (isGiven(most)) return ` (at most ${most}${unit})`;
  return isGiven(least) && least > 0 ? ` (at least ${least}${unit})` : '';
};

const formats = { date: 'date (2026-11-20)', 'date-time': 'moment (UTC)' };
const isPerson = ({ properties = {} }) => Object.keys(properties).sort().join() === 'functionName,id,name';

const isId = ({ minLength, maxLength }) => minLength === 1 && maxLength === 128;
const isOpId = ({ pattern = '' }) => pattern.includes('{8,64}');

/** A schema as words that fit a line; what has parts ends with a colon. */
const wordsOf = (schema) => {
  const either = schema.oneOf ?? schema.anyOf;
  if (schema.nullable)
    return `${wordsOf({ ...schema, nullable: false }).replace(/:$/, '')}, or null${partsOf(schema).length > 0 ? ':' : ''}`;
  if (either?.some(({ properties }) => properties)) return 'one of:';
  if (either) return either.map(wordsOf).join(' or ');
  if (schema.enum)
    return schema.enum
      .map((value) => `\`${value}\``)
      .join(', ')
      .replace(/, ([^,]*)$/, ' or $1');
  if (isPerson(schema)) return 'a person (id, name, function)';
  if (schema.type === 'array')
    return `list${bounds(schema, '')} of ${isPerson(schema.items) ? 'people (id, name, function)' : wordsOf(schema.items)}`;
  if (schema.type === 'object') return schema.properties ? 'these:' : 'texts by name';
  if (schema.type === 'string' && isOpId(schema)) return 'the operation, chosen by the caller';
  if (schema.type === 'string') return formats[schema.format] ?? (isId(schema) ? 'id' : `text${bounds(schema, ' characters')}`);
  if (schema.type === 'integer' || schema.type === 'number') return `number${bounds(schema, '')}`;
  return schema.type === 'boolean' ? 'yes or no' : 'anything';
};

/** The lines under a field that has parts. */
const partsOf = (schema) => {
  const either = (schema.oneOf ?? schema.anyOf)?.filter(({ properties }) => properties);
  if (either?.length > 0) return either.flatMap((one) => [`- ${kindOf(one)}`, ...fieldsOf(withoutKind(one)).map(deeper)]);
  if (isPerson(schema)) return [];
  if (schema.type === 'array') return partsOf(schema.items);
  return schema.properties ? fieldsOf(schema) : [];
};

const kindOf = ({ properties }) => `\`${properties.kind.enum[0]}\`${Object.keys(properties).length > 1 ? ', with:' : ''}`;
const withoutKind = ({ properties: { kind: _kind, ...properties }, required }) => ({ properties, required });
const deeper = (line) => `  ${line}`;

const fieldsOf = ({ properties, required = [] }) =>
  Object.entries(properties).flatMap(([name, schema]) => [
    `- \`${name}\`${required.includes(name) ? '' : ' (may be left out)'}: ${wordsOf(schema)}`,
    ...partsOf(schema).map(deeper),
  ]);

const listed = (schema) => (schema.type === 'array' ? ['A list of:', '', ...partsOf(schema)] : fieldsOf(schema));

const schemaIn = (part) => part.content['application/json'].schema;

/** Answers that many operations share are described once. */
const shared = (operations) => {
  const seen = new Map();
  for (const { responses, operationId } of operations) {
    const text = listed(schemaIn(responses[200])).join('\n');
    seen.set(text, [...(seen.get(text) ?? []), operationId]);
  }
  return seen;
};

const section = ({ method, path, ...operation }, answers) => {
  const text = listed(schemaIn(operation.responses[200])).join('\n');
  const first = answers.get(text)[0];
  const query = operation.parameters.some((parameter) => parameter.in === 'query')
    ? ['Query: `q`, the beginning of a name (at least 2 letters).', '']
    : [];
  const body = operation.requestBody ? ['Body:', '', ...listed(schemaIn(operation.requestBody))] : ['Body: none.'];
  const answer =
    first === operation.operationId ? ['Answer:', '', ...text.split('\n')] : [`Answer: as of [${first}](#${first.toLowerCase()}).`];
  return [
    `## ${operation.operationId}`,
    '',
    `\`${method.toUpperCase()} ${path}\``,
    '',
    `${operation.summary}.`,
    '',
    `Who: ${operation.description}`,
    '',
    ...query,
    ...body,
    '',
    ...answer,
    '',
  ];
};

/** The page as it should be now; needs the compiled bot. */
export const apiPage = async () => {
  const { openApi } = await import(new URL('../../bot/dist/api/openapi.js', import.meta.url));
  const operations = Object.entries(openApi().paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, ...operation })),
  );
  const answers = shared(operations);
  return `${[head, ...operations.flatMap((operation) => section(operation, answers))].join('\n').trimEnd()}\n`;
};

export const isApiPageCurrent = async () => existsSync(file) && readFileSync(file, 'utf8') === (await apiPage());

if (isMain(import.meta.url))
  await main(async () => {
    const { ensureBuilt } = await import('./compile.mjs');
    await ensureBuilt();
    writeFileSync(file, await apiPage());
  });
