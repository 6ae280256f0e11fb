import { routes } from '@coaching-pairs/shared/wire/routes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ask, type House, openHouse } from './house.js';

let house: House;
beforeAll(async () => {
  house = await openHouse({ store: 'memory' });
});
afterAll(() => house.close());

/** What a schema may hold in OpenAPI 3.0, and nothing of JSON Schema's later words. */
type Shape = { readonly [name: string]: unknown };
const Schema: z.ZodType<Shape> = z.lazy(() =>
  z.strictObject({
    type: z.enum(['string', 'number', 'integer', 'boolean', 'array', 'object']).optional(),
    nullable: z.boolean().optional(),
    enum: z
      .array(z.union([z.string(), z.number()]))
      .min(1)
      .optional(),
    format: z.string().optional(),
    pattern: z
      .string()
      .refine((text) => new RegExp(text, 'u') instanceof RegExp)
      .optional(),
    minLength: z.int().optional(),
    maxLength: z.int().optional(),
    minItems: z.int().optional(),
    maxItems: z.int().optional(),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
    items: Schema.optional(),
    properties: z.record(z.string(), Schema).optional(),
    required: z.array(z.string()).optional(),
    additionalProperties: z.union([z.boolean(), Schema]).optional(),
    anyOf: z.array(Schema).optional(),
    oneOf: z.array(Schema).optional(),
    allOf: z.array(Schema).optional(),
  }),
);
const content = (schema: z.ZodType) => z.strictObject({ 'application/json': z.strictObject({ schema }) });
const Refusal = z.strictObject({
  description: z.string().min(5),
  content: content(z.strictObject({ $ref: z.literal('#/components/schemas/Refused') })),
});
const Parameter = z.strictObject({
  name: z.string(),
  in: z.enum(['path', 'query']),
  required: z.literal(true),
  schema: z.strictObject({ type: z.literal('string') }),
});
const Operation = z.strictObject({
  operationId: z.string(),
  summary: z.string().min(5),
  description: z.string().min(5),
  'x-role': z.string(),
  parameters: z.array(Parameter),
  requestBody: z.strictObject({ required: z.literal(true), content: content(Schema) }).optional(),
  responses: z
    .object({
      200: z.strictObject({ description: z.string(), content: content(Schema) }),
      401: Refusal,
      404: Refusal,
      429: Refusal,
      default: Refusal,
    })
    .catchall(Refusal),
});
const Document = z.strictObject({
  openapi: z.string().regex(/^3\.0\.\d$/),
  info: z.strictObject({ title: z.string(), version: z.string(), description: z.string() }),
  security: z.tuple([z.strictObject({ tab: z.tuple([]) })]),
  paths: z.record(
    z.string().regex(/^\/api(\/([a-z-]+|\{\w+\}))+$/),
    z.strictObject({ get: Operation.optional(), post: Operation.optional(), put: Operation.optional() }),
  ),
  components: z.strictObject({
    securitySchemes: z.strictObject({
      tab: z.strictObject({ type: z.literal('http'), scheme: z.literal('bearer'), bearerFormat: z.literal('JWT') }),
    }),
    schemas: z.strictObject({ Refused: Schema }),
  }),
});

describe('the description of the API', () => {
  it('[S-11] is OpenAPI 3.0, with every route of the table, its role and its parameters, and no other', async () => {
    const answer = await ask(`${house.origin}/api/openapi.json`);
    expect(answer.status).toBe(200);
    const { paths } = Document.parse(answer.body);
    const found = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).flatMap(([method, operation]) =>
        operation === undefined ? [] : [{ path, method: method.toUpperCase(), ...operation }],
      ),
    );
    expect(found.map(({ operationId }) => operationId).sort()).toEqual(Object.keys(routes).sort());
    for (const [name, route] of Object.entries(routes)) {
      const operation = found.find(({ operationId }) => operationId === name);
      expect(operation).toMatchObject({ path: route.path, method: route.method, 'x-role': route.role });
      expect(operation?.requestBody === undefined, name).toBe(route.body === null);
      const inPath = operation?.parameters.filter((one) => one.in === 'path').map((one) => `{${one.name}}`);
      expect(inPath).toEqual(route.path.match(/\{\w+\}/g) ?? []);
    }
  });

  it('tells nobody anything of the organisation, so it needs no token', async () => {
    const { text, headers } = await ask(`${house.origin}/api/openapi.json`);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(text).not.toContain(house.origin);
  });
});
