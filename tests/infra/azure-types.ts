import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { isEither, isObject, unknown, type Value } from './bicep-values.js';

const ref = z.object({ $ref: z.string() });
const property = z.object({ type: ref, flags: z.number() });
const properties = z.record(z.string(), property);
const typeSchema = z.discriminatedUnion('$type', [
  z.object({
    $type: z.literal('StringType'),
    minLength: z.number().optional(),
    maxLength: z.number().optional(),
    pattern: z.string().optional(),
  }),
  z.object({ $type: z.literal('StringLiteralType'), value: z.string() }),
  z.object({ $type: z.literal('IntegerType'), minValue: z.number().optional(), maxValue: z.number().optional() }),
  z.object({ $type: z.literal('BooleanType') }),
  z.object({ $type: z.literal('AnyType') }),
  z.object({ $type: z.literal('UnionType'), elements: z.array(ref) }),
  z.object({ $type: z.literal('ArrayType'), itemType: ref }),
  z.object({ $type: z.literal('ObjectType'), properties, additionalProperties: ref.optional() }),
  z.object({
    $type: z.literal('DiscriminatedObjectType'),
    discriminator: z.string(),
    baseProperties: properties,
    elements: z.record(z.string(), ref),
  }),
  z.object({ $type: z.literal('ResourceType'), name: z.string(), body: ref }),
  z.object({ $type: z.literal('ResourceFunctionType') }),
]);
type AzureType = z.infer<typeof typeSchema>;
type Properties = z.infer<typeof properties>;
export type Resolve = (to: z.infer<typeof ref>) => AzureType;
export type KnownResource = { readonly body: z.infer<typeof ref>; readonly resolve: Resolve };

const required = 1;
const readOnly = 2;

/** What Bicep itself adds to every resource. */
const ofBicep = ['parent', 'scope', 'dependsOn'];

const typesIn = (file: string): readonly AzureType[] => z.array(typeSchema).parse(JSON.parse(readFileSync(file, 'utf8')));

/** Microsoft's own types by `type@version` in small letters; empty where the folder is not there. */
export const typesUnder = (folder: string): ReadonlyMap<string, KnownResource> => {
  if (!existsSync(folder)) return new Map();
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('types.json'));
  return new Map(
    files.flatMap((file) => {
      const types = typesIn(join(folder, file));
      const resolve: Resolve = ({ $ref }) => types[Number($ref.split('/')[1])] ?? { $type: 'AnyType' };
      return types.flatMap((type) =>
        type.$type === 'ResourceType' ? [[type.name.toLowerCase(), { body: type.body, resolve }] as const] : [],
      );
    }),
  );
};

const scalarFault = (value: Value, type: AzureType): string | null => {
  switch (type.$type) {
    case 'StringLiteralType':
      return value === type.value ? null : `must be ${type.value}, not ${String(value)}`;
    case 'StringType': {
      if (typeof value !== 'string') return 'must be a text';
      const { minLength = 0, maxLength = Infinity, pattern = '' } = type;
      return value.length >= minLength && value.length <= maxLength && new RegExp(pattern, 'u').test(value) ? null : `may not be ${value}`;
    }
    case 'IntegerType': {
      const { minValue = -Infinity, maxValue = Infinity } = type;
      return Number.isInteger(value) && Number(value) >= minValue && Number(value) <= maxValue
        ? null
        : 'must be a whole number in its range';
    }
    case 'BooleanType':
      return typeof value === 'boolean' ? null : 'must be true or false';
    default:
      return null;
  }
};

const objectFaults = (
  value: Value,
  given: Properties,
  more: z.infer<typeof ref> | undefined,
  resolve: Resolve,
  path: string,
): readonly string[] => {
  if (!isObject(value)) return [`${path} must be an object`];
  const names = new Map(Object.keys(given).map((name) => [name.toLowerCase(), name]));
  const missing = Object.entries(given).flatMap(([name, { flags }]) =>
    (flags & required) !== 0 && (flags & readOnly) === 0 && !(name in value) ? [`${path}.${name} is missing`] : [],
  );
  const wrong = Object.entries(value).flatMap(([name, inner]) => {
    const known = given[name];
    if (known !== undefined)
      return (known.flags & readOnly) !== 0 && (known.flags & required) === 0
        ? [`${path}.${name} is read-only`]
        : faultsOf(inner, known.type, resolve, `${path}.${name}`);
    if (more !== undefined) return faultsOf(inner, more, resolve, `${path}.${name}`);
    const meant = names.get(name.toLowerCase());
    return [`${path}.${name} is no property${meant === undefined ? '' : `: ${meant} is`}`];
  });
  return [...missing, ...wrong];
};

/** An enumeration that Microsoft leaves open counts as closed here: what it names is all that we use. */
const unionFaults = (value: Value, elements: readonly AzureType[], path: string): readonly string[] => {
  const literals = elements.flatMap((one) => (one.$type === 'StringLiteralType' ? [one.value] : []));
  if (typeof value === 'string' && literals.length > 0)
    return literals.includes(value) ? [] : [`${path} must be one of ${literals.join(', ')}, not ${value}`];
  return elements.some((one) => scalarFault(value, one) === null) ? [] : [`${path} is of no kind that fits`];
};

/** What is wrong with a value where Microsoft's type says what it must be, each fault with its path. */
export const faultsOf = (value: Value, wanted: z.infer<typeof ref>, resolve: Resolve, path: string): readonly string[] => {
  const type = resolve(wanted);
  if (value === unknown || value === null || type.$type === 'AnyType') return [];
  if (typeof value === 'object' && isEither(value)) return value.either.flatMap((one) => faultsOf(one, wanted, resolve, path));
  if (type.$type === 'UnionType') return unionFaults(value, type.elements.map(resolve), path);
  if (type.$type === 'ArrayType')
    return Array.isArray(value)
      ? value.flatMap((item, at) => faultsOf(item, type.itemType, resolve, `${path}[${at}]`))
      : [`${path} must be a list`];
  if (type.$type === 'ObjectType') return objectFaults(value, type.properties, type.additionalProperties, resolve, path);
  if (type.$type !== 'DiscriminatedObjectType')
    return [scalarFault(value, type)].flatMap((fault) => (fault === null ? [] : [`${path} ${fault}`]));
  const kind = isObject(value) ? value[type.discriminator] : undefined;
  if (kind === unknown) return [];
  const element = typeof kind === 'string' ? type.elements[kind] : undefined;
  if (element === undefined) return [`${path}.${type.discriminator} must be one of ${Object.keys(type.elements).join(', ')}`];
  const inner = resolve(element);
  const own = inner.$type === 'ObjectType' ? inner.properties : {};
  return objectFaults(value, { ...type.baseProperties, ...own }, undefined, resolve, path);
};

/** A resource without what Bicep itself adds to it. */
export const asSent = (body: Value): Value =>
  isObject(body) ? Object.fromEntries(Object.entries(body).filter(([name]) => !ofBicep.includes(name))) : body;
