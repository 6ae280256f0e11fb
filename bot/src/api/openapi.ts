import { Refused } from '@coaching-pairs/shared/wire/parts';
import { type Route, routes } from '@coaching-pairs/shared/wire/routes';
import * as z from 'zod';

type AnyRoute = Route<z.ZodType | null, z.ZodType>;

const json = (schema: z.ZodType, io: 'input' | 'output') => ({
  content: { 'application/json': { schema: z.toJSONSchema(schema, { target: 'openapi-3.0', io, unrepresentable: 'any' }) } },
});

const parameters = (path: string) =>
  [...path.matchAll(/\{(\w+)\}/gu)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));

const searches = (route: AnyRoute) =>
  route.path.startsWith('/api/admin/search/') ? [{ name: 'q', in: 'query', required: true, schema: { type: 'string' } }] : [];

const operation = (name: string, route: AnyRoute) => ({
  operationId: name,
  summary: route.summary,
  'x-role': route.role,
  parameters: [...parameters(route.path), ...searches(route)],
  ...(route.body === null ? {} : { requestBody: { required: true, ...json(route.body, 'input') } }),
  responses: {
    200: { description: 'Done', ...json(route.answer, 'output') },
    default: { description: 'Refused, with a sentence that says why', ...json(Refused, 'output') },
  },
});

/** The API's description, made from the very schemas that both ends parse with. */
export const openApi = (): object => {
  const paths: Record<string, Record<string, object>> = {};
  for (const [name, route] of Object.entries(routes)) {
    const place = paths[route.path] ?? {};
    paths[route.path] = { ...place, [route.method.toLowerCase()]: operation(name, route) };
  }
  return {
    openapi: '3.0.3',
    info: { title: 'Coaching Pairs', version: '1', description: 'What the tab asks of the bot. Every call carries a token of the tab.' },
    components: { securitySchemes: { tab: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
    security: [{ tab: [] }],
    paths,
  };
};
