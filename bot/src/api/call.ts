import type { Result } from '@coaching-pairs/shared/result';
import type { RouteName, Routes } from '@coaching-pairs/shared/wire/routes';
import type { Words } from '@coaching-pairs/shared/words/words';
import type { z } from 'zod';
import type { Calendar } from '../ports/calendar.js';
import type { CardDrawing } from '../ports/card-drawing.js';
import type { SheetDrawing } from '../ports/sheet-drawing.js';
import type { Actor, Deps } from '../workflows/deps.js';
import type { Refusal } from '../workflows/refusal.js';

type BodyOf<Name extends RouteName> = Routes[Name]['body'] extends z.ZodType ? z.output<Routes[Name]['body']> : null;
type AnswerOf<Name extends RouteName> = z.input<Routes[Name]['answer']>;

/** One call that has passed sign-in, the role check and the schema of its body. */
export type Call<Name extends RouteName> = {
  readonly deps: Deps;
  readonly actor: Actor;
  readonly words: Words;
  /** The caller's own calendar, on behalf of them and for this call alone. */
  readonly calendar: () => Calendar;
  /** A parameter of the path. */
  readonly param: (name: string) => string;
  /** The zone of the reader's own clock, by IANA name; null where they did not tell one. */
  readonly timeZone: string | null;
  /** The text searched for; empty where there is none. */
  readonly query: string;
  /** What else is asked for behind the address, by name; empty where it is not there. */
  readonly queried: (name: string) => string;
  readonly draw: CardDrawing;
  readonly drawExplainer: SheetDrawing;
  readonly body: BodyOf<Name>;
};

export type Handler<Name extends RouteName> = (call: Call<Name>) => Promise<Result<AnswerOf<Name>, Refusal>>;

/** One handler for each route of the table; a route without one does not compile. */
export type Handlers = { readonly [Name in RouteName]: Handler<Name> };
