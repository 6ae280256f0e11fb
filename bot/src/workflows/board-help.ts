import { type PersonId, personId } from '@coaching-pairs/shared/ids';
import type { Relaxation } from '@coaching-pairs/shared/matching/relaxations/relaxation';
import { shortened } from '@coaching-pairs/shared/matching/relaxations/shortened';
import { functionKey } from '@coaching-pairs/shared/organisation/functions';
import type { Organisation } from '@coaching-pairs/shared/organisation/organisation';
import { isRepeatAllowed } from '@coaching-pairs/shared/round/repeats';
import type { Round } from '@coaching-pairs/shared/round/round';
import type { BoardHelp } from '@coaching-pairs/shared/wire/board';
import { relaxationText } from '@coaching-pairs/shared/words/relaxation-text';
import type { Words } from '@coaching-pairs/shared/words/words';
import * as z from 'zod';
import { namedIn } from './organisation.js';

/** More decisions than this are no small change, and are not kept. */
const mostDecisions = 40;

const Id = z.string().transform(personId);

/** A change that would help and that is made in a page of the round, as it is kept in the report of a draft. */
export const KeptRelaxation = z.object({
  change: z.discriminatedUnion('code', [
    z.object({ code: z.literal('invite'), count: z.number(), functions: z.array(z.string()) }),
    z.object({ code: z.literal('repeats'), pairs: z.array(z.object({ members: z.tuple([Id, Id]), roundsAgo: z.number() })) }),
    z.object({ code: z.literal('reach'), decisions: z.array(z.object({ personId: Id, levels: z.number(), partnerId: Id })) }),
    z.object({ code: z.literal('split-function'), functionName: z.string(), departments: z.array(z.string()) }),
  ]),
  paired: z.number(),
  givenUp: z.number(),
  lessPerPair: z.number().nullable(),
});
export type KeptRelaxation = z.infer<typeof KeptRelaxation>;
type KeptChange = KeptRelaxation['change'];

/** What the board can offer: only what an administrator can do something about here. Whom an administrator keeps apart is not offered up. */
export const keptRelaxations = (relaxations: readonly Relaxation[]): KeptRelaxation[] =>
  relaxations.flatMap((one) => {
    const { code } = one.change;
    if (code === 'kept-apart' || ((code === 'reach' || code === 'repeats') && one.givenUp > mostDecisions)) return [];
    const kept = KeptRelaxation.safeParse(one);
    return kept.success ? [kept.data] : [];
  });

const repeatsOf = (change: KeptChange): readonly (readonly [PersonId, PersonId])[] =>
  change.code === 'repeats' ? change.pairs.map(({ members }) => members) : [];

/** Past partners of whom a draft has found that others stay without a partner unless they meet again (CP-15). */
export const offeredRepeats = (help: readonly KeptRelaxation[]): readonly (readonly [PersonId, PersonId])[] =>
  help.flatMap(({ change }) => repeatsOf(change));

const reachOf = (change: KeptChange) => (change.code === 'reach' ? shortened(change.decisions) : []);

/** Where each change is made: whom to invite, or how the organisation is read, which the board offers as well; repeats there alone. */
const stepFor = ({ code }: KeptChange): BoardHelp['step'] => {
  if (code === 'repeats') return null;
  return code === 'invite' ? 'invitations' : 'organisation';
};

/** Each of the departments is a function of its own by now. */
const areSplit = ({ people, functionOf }: Organisation, departments: readonly string[]): boolean => {
  const keys = new Set(departments.map(functionKey));
  const functions = new Map<string, Set<string>>();
  for (const [id, name] of functionOf) {
    const department = functionKey(people.get(id)?.department ?? '');
    if (keys.has(department)) functions.set(functionKey(name), (functions.get(functionKey(name)) ?? new Set()).add(department));
  }
  return [...functions.values()].every(({ size }) => size === 1);
};

/** Whether a change has been made since the draft. Of people who join later, the next draft tells. */
const isMade = (change: KeptChange, round: Pick<Round, 'reach' | 'repeats'>, organisation: Organisation): boolean => {
  switch (change.code) {
    case 'invite':
      return false;
    case 'repeats':
      return change.pairs.every(({ members }) => isRepeatAllowed(round, members));
    case 'reach':
      return change.decisions.every(({ personId: upper, levels }) =>
        round.reach.some((decided) => decided.personId === upper && decided.levels !== 'whole' && decided.levels <= levels),
      );
    case 'split-function':
      return areSplit(organisation, change.departments);
  }
};

const nothing = { repeats: [], reach: [], split: [] } satisfies Partial<BoardHelp>;

/** Whatever is locked on the board may be unlocked there, which no page has to be opened for. */
const unlockingHelp = (words: Words, unlocking: number, locked: number): BoardHelp[] =>
  unlocking === 0 ? [] : [{ text: words.t('board.help.unlock', { paired: unlocking }), step: null, ...nothing, done: locked === 0 }];

type Offered = { readonly help: readonly KeptRelaxation[]; readonly unlocking: number };

type Look = { readonly words: Words; readonly round: Pick<Round, 'reach' | 'repeats'>; readonly organisation: Organisation };

/** What would help those who are left, in words, with where it is done, and whether it has been done since. */
export const helpFor = ({ words, round, organisation }: Look, { help, unlocking }: Offered, locked: number): BoardHelp[] => {
  const named = namedIn(organisation);
  const changes = help.map((one) => ({
    text: relaxationText(words, one, (id) => named(id).name),
    step: stepFor(one.change),
    repeats: repeatsOf(one.change).map((members) => members.map(named)),
    reach: reachOf(one.change).map(({ personId: upper, levels, partnerIds }) => ({
      ...{ person: named(upper), levels, partners: partnerIds.map(named) },
    })),
    split: one.change.code === 'split-function' ? one.change.departments : [],
    done: isMade(one.change, round, organisation),
  }));
  return [...unlockingHelp(words, unlocking, locked), ...changes];
};
