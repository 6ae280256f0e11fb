import { z } from 'zod';

const CardJson = z.record(z.string(), z.unknown());

export const ChatMessage = z.object({
  activityId: z.string(),
  from: z.string(),
  text: z.string().nullable(),
  card: CardJson.nullable(),
  at: z.string(),
  summary: z.string().nullable(),
  edited: z.boolean(),
});
export type ChatMessage = z.infer<typeof ChatMessage>;

/** What came of a click or of something typed: the bot's own status, and what is shown. */
export const Outcome = z.object({ status: z.int(), card: CardJson.optional(), text: z.string().optional() });
export type Outcome = z.infer<typeof Outcome>;

export type Button = { readonly title: string; readonly verb: string; readonly data: Readonly<Record<string, unknown>> };

const Execute = z.object({ type: z.literal('Action.Execute'), title: z.string(), verb: z.string(), data: CardJson });

const inside = (node: unknown): readonly object[] => {
  if (Array.isArray(node)) return node.flatMap(inside);
  if (typeof node !== 'object' || node === null) return [];
  return [node, ...Object.values(node).flatMap(inside)];
};

/** The buttons that a reader can click; what a card asks for when it is opened is none. */
export const buttonsOf = (card: ChatMessage['card'] | undefined): readonly Button[] => {
  if (card == null) return [];
  return inside(card.actions).flatMap((node) => {
    const parsed = Execute.safeParse(node);
    return parsed.success ? [parsed.data] : [];
  });
};

/** Everything that a card says, line by line. */
export const wordsOf = (card: ChatMessage['card'] | undefined): string =>
  inside(card ?? {})
    .flatMap((node) => ('text' in node && typeof node.text === 'string' ? [node.text] : 'value' in node ? [String(node.value)] : []))
    .join('\n');

/** What a card is about, from its largest line. */
export const titleOf = (card: ChatMessage['card'] | undefined): string =>
  inside(card ?? {})
    .flatMap((node) => ('style' in node && node.style === 'heading' && 'text' in node ? [String(node.text)] : []))
    .join(' ');
