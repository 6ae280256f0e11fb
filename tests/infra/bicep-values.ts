import type { Node } from 'web-tree-sitter';

/** What is known only when it is deployed: a parameter, an output of a module, a name that is put together. */
export const unknown = Symbol('known at deployment');

/** One of several, depending on a condition. */
export type Either = { readonly either: readonly Value[] };
export type Value = string | number | boolean | null | typeof unknown | Either | readonly Value[] | { readonly [name: string]: Value };
export type Variables = ReadonlyMap<string, Node>;

export const isEither = (value: Value): value is Either => typeof value === 'object' && value !== null && 'either' in value;
export const isObject = (value: Value): value is { readonly [name: string]: Value } =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isEither(value);

const named = (node: Node): readonly Node[] =>
  node.namedChildren.flatMap((child) => (child === null || child.type === 'comment' ? [] : [child]));

const textOf = (node: Node): Value => {
  const parts = named(node);
  return parts.some(({ type }) => type === 'interpolation') ? unknown : parts.map(({ text }) => text).join('');
};

/** The name of a property; one that is put together counts as it is written. */
const keyOf = (node: Node): string =>
  node.type === 'string'
    ? named(node)
        .map(({ text }) => text)
        .join('')
    : node.text;

const merged = (values: readonly Value[]): Value => {
  const objects = values.filter(isObject);
  return objects.length === values.length ? Object.assign({}, ...objects) : unknown;
};

type Reader = (node: Node, variables: Variables) => Value;

const readers: { readonly [type: string]: Reader } = {
  string: textOf,
  number: ({ text }) => Number(text),
  boolean: ({ text }) => text === 'true',
  null: () => null,
  parenthesized_expression: (node, variables) => meaningOf(named(node)[0], variables),
  array: (node, variables) => named(node).map((item) => meaningOf(item, variables)),
  object: (node, variables) =>
    Object.fromEntries(
      named(node).flatMap((property) => {
        const [key, value] = named(property);
        return property.type === 'object_property' && key !== undefined ? [[keyOf(key), meaningOf(value, variables)]] : [];
      }),
    ),
  identifier: ({ text }, variables) => {
    const definition = variables.get(text);
    return definition === undefined ? unknown : meaningOf(definition, variables);
  },
  ternary_expression: (node, variables) => ({
    either: [node.childForFieldName('consequence'), node.childForFieldName('alternative')].map((one) => meaningOf(one, variables)),
  }),
  call_expression: (node, variables) => {
    const called = node.childForFieldName('function')?.text;
    const given = node.childForFieldName('arguments');
    return called === 'union' && given !== null ? merged(named(given).map((one) => meaningOf(one, variables))) : unknown;
  },
};

/** What an expression says as far as it can be said before anything is deployed. */
export const meaningOf = (node: Node | null | undefined, variables: Variables): Value =>
  node === null || node === undefined ? unknown : (readers[node.type]?.(node, variables) ?? unknown);

/** One property of an object; what has none is as unknown as what is put together when it is deployed. */
export const fieldOf = (value: Value | undefined, name: string): Value =>
  value === undefined || !isObject(value) ? unknown : (Object.entries<Value>(value).find(([own]) => own === name)?.[1] ?? unknown);
