import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Language, type Node, Parser } from 'web-tree-sitter';
import { meaningOf, type Value } from './bicep-values.js';

export type Resource = {
  readonly type: string;
  readonly version: string;
  readonly existing: boolean;
  readonly body: Value;
  readonly line: number;
};
export type Parameter = { readonly name: string; readonly type: string; readonly isSecure: boolean; readonly isGiven: boolean };
export type Module = { readonly path: string; readonly params: Value };
export type BicepFile = {
  /** Lines that are no Bicep. */
  readonly faults: readonly number[];
  readonly parameters: readonly Parameter[];
  readonly resources: readonly Resource[];
  readonly modules: readonly Module[];
  readonly outputs: readonly { readonly name: string; readonly text: string }[];
};

await Parser.init();
const grammar = createRequire(import.meta.url).resolve('tree-sitter-bicep/tree-sitter-bicep.wasm');
const parser = new Parser();
parser.setLanguage(await Language.load(grammar));

const faultsIn = (node: Node): readonly number[] => {
  if (node.isError || node.isMissing) return [node.startPosition.row + 1];
  return node.hasError ? node.children.flatMap((child) => (child === null ? [] : faultsIn(child))) : [];
};

const allOf = (node: Node, type: string): readonly Node[] => node.descendantsOfType(type).flatMap((found) => found ?? []);
const nameOf = (node: Node): string => node.namedChildren.find((child) => child?.type === 'identifier')?.text ?? '';

/** What a declaration is followed by: an object, or one inside an `if` or a `for`. */
const bodyOf = (node: Node): Node | undefined => {
  const last = node.namedChildren.at(-1);
  return last?.type === 'object' ? last : (last?.descendantsOfType('object').find((found) => found !== null) ?? undefined);
};

const quoted = (node: Node): string => node.namedChildren.find((child) => child?.type === 'string')?.text.slice(1, -1) ?? '';

const decoratorsOf = (node: Node): string => {
  const before = node.previousNamedSibling;
  return before?.type === 'decorators' ? before.text : '';
};

/** Reads Bicep as far as it can be read without a compiler: its grammar, and what every resource says. */
export const bicepIn = (source: string): BicepFile => {
  const tree = parser.parse(source);
  if (tree === null) throw new Error('The parser gave nothing.');
  const root = tree.rootNode;
  const variables = new Map(allOf(root, 'variable_declaration').map((node) => [nameOf(node), node.namedChildren.at(-1) ?? node]));
  return {
    faults: faultsIn(root),
    parameters: allOf(root, 'parameter_declaration').map((node) => ({
      name: nameOf(node),
      type: node.namedChildren.find((child) => child?.type === 'type')?.text ?? '',
      isSecure: decoratorsOf(node).includes('@secure'),
      isGiven: node.text.includes('='),
    })),
    resources: allOf(root, 'resource_declaration').map((node) => {
      const [type = '', version = ''] = quoted(node).split('@');
      const existing = node.children.some((child) => child?.text === 'existing');
      return { type, version, existing, body: meaningOf(bodyOf(node), variables), line: node.startPosition.row + 1 };
    }),
    modules: allOf(root, 'module_declaration').map((node) => {
      const body = meaningOf(bodyOf(node), variables);
      const params = typeof body === 'object' && body !== null && 'params' in body ? body.params : {};
      return { path: quoted(node), params: params ?? {} };
    }),
    outputs: allOf(root, 'output_declaration').map((node) => ({ name: nameOf(node), text: node.text })),
  };
};

export const bicepAt = (path: string): BicepFile => bicepIn(readFileSync(path, 'utf8'));
