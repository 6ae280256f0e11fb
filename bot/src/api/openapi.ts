import { Refused } from '@coaching-pairs/shared/wire/parts';
import type { Route, RouteRole } from '@coaching-pairs/shared/wire/route';
import { routes } from '@coaching-pairs/shared/wire/routes';
import * as z from 'zod';

type AnyRoute = Route<z.ZodType | null, z.ZodType>;

/** Who may call, in words (S-10, S-11). */
const roleText: Readonly<Record<RouteRole, string>> = {
  anyone: 'Everybody signed in from the organisation; what they get is their own.',
  opener: 'Whoever holds the app role Round.Admin.',
  organiser: 'Whoever holds the app role Round.Admin or is named as administrator on a round that is not closed.',
  administrator: 'The administrators named on this round, its people partner among them. To everybody else there is no such round.',
  'two-two': 'Everybody signed in while 2:2 Coaching is offered; what they get is their own.',
  coordinator: 'Whoever holds the app role Engagement.Coordinator, while 2:2 Coaching is offered. To everybody else there is nothing.',
  switcher: 'Whoever holds the app role Engagement.Coordinator. To everybody else there is nothing.',
};

/** A file within an answer, in the word that OpenAPI 3.0 has for it. */
const inWordsOfOpenApi = ({ jsonSchema }: { readonly jsonSchema: z.core.JSONSchema.BaseSchema }): void => {
  if (jsonSchema.contentEncoding !== 'base64') return;
  delete jsonSchema.contentEncoding;
  delete jsonSchema.pattern;
  jsonSchema.format = 'byte';
};

const schemaOf = (schema: z.ZodType, io: 'input' | 'output') =>
  z.toJSONSchema(schema, { target: 'openapi-3.0', io, unrepresentable: 'any', override: inWordsOfOpenApi });

const json = (schema: object) => ({ content: { 'application/json': { schema } } });

const refusal = (description: string) => ({ description, ...json({ $ref: '#/components/schemas/Refused' }) });

const parameter = (name: string, place: 'path' | 'query') => ({ name, in: place, required: true, schema: { type: 'string' } });

const parameters = ({ path }: AnyRoute) => [
  ...[...path.matchAll(/\{(\w+)\}/gu)].map(([, name = '']) => parameter(name, 'path')),
  ...(path.includes('/search/') ? [parameter('q', 'query')] : []),
];

const responses = (route: AnyRoute) => ({
  200: { description: 'Done.', ...json(schemaOf(route.answer, 'output')) },
  401: refusal('There is no token, or not a good one.'),
  ...(route.role === 'opener' || route.role === 'organiser' ? { 403: refusal('Signed in, but without the role.') } : {}),
  404: refusal('There is no such thing, or it is not for the caller.'),
  ...(route.body === null
    ? {}
    : {
        409: refusal('Not as things stand; the message says why.'),
        413: refusal('The body is larger than 1 MB.'),
        415: refusal('The body is not JSON.'),
        422: refusal('Something in the body is wrong; the fields are named.'),
      }),
  429: refusal('More than 300 calls of one person in a minute.'),
  default: refusal('Something went wrong; the number finds it in the log.'),
});

const operation = (name: string, route: AnyRoute) => ({
  operationId: name,
  summary: route.summary,
  description: roleText[route.role],
  'x-role': route.role,
  parameters: parameters(route),
  ...(route.body === null ? {} : { requestBody: { required: true, ...json(schemaOf(route.body, 'input')) } }),
  responses: responses(route),
});

/** The API's description in OpenAPI 3.0, made from the very schemas that both ends parse with. */
export const openApi = (): object => {
  const paths: Record<string, Record<string, object>> = {};
  for (const [name, route] of Object.entries(routes)) {
    const place = paths[route.path] ?? {};
    paths[route.path] = { ...place, [route.method.toLowerCase()]: operation(name, route) };
  }
  return {
    openapi: '3.0.3',
    info: {
      title: 'Coaching Pairs',
      version: '1',
      description:
        'What the tab asks of the bot. Every call carries a token of the tab; a change carries an opId, and the same opId is the same change.',
    },
    security: [{ tab: [] }],
    paths,
    components: {
      securitySchemes: { tab: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: { Refused: schemaOf(Refused, 'output') },
    },
  };
};
