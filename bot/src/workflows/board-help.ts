import { personId } from '@coaching-pairs/shared/ids';
import type { Relaxation } from '@coaching-pairs/shared/matching/relaxations/relaxation';
import type { BoardHelp } from '@coaching-pairs/shared/wire/board';
import type { NameOf } from '@coaching-pairs/shared/words/reason-text';
import { relaxationText } from '@coaching-pairs/shared/words/relaxation-text';
import type { Words } from '@coaching-pairs/shared/words/words';
import * as z from 'zod';

/** More decisions than this are no small change, and are not kept. */
const mostDecisions = 40;

const Id = z.string().transform(personId);

/** A change that would help and that has a page where it is made, as it is kept in the report of a draft. */
export const KeptRelaxation = z.object({
  change: z.discriminatedUnion('code', [
    z.object({ code: z.literal('invite'), count: z.number(), functions: z.array(z.string()) }),
    z.object({ code: z.literal('reach'), decisions: z.array(z.object({ personId: Id, levels: z.number(), partnerId: Id })) }),
    z.object({ code: z.literal('split-function'), functionName: z.string(), departments: z.array(z.string()) }),
  ]),
  paired: z.number(),
  givenUp: z.number(),
  lessPerPair: z.number().nullable(),
});
export type KeptRelaxation = z.infer<typeof KeptRelaxation>;

/** What the board can offer: only what an administrator can do something about here. */
export const keptRelaxations = (relaxations: readonly Relaxation[]): KeptRelaxation[] =>
  relaxations.flatMap((one) => {
    const { code } = one.change;
    if (code === 'repeats' || code === 'kept-apart' || (code === 'reach' && one.givenUp > mostDecisions)) return [];
    const kept = KeptRelaxation.safeParse(one);
    return kept.success ? [kept.data] : [];
  });

/** Where each change is made: whom to invite, or how the organisation is read. */
const stepFor = ({ change }: KeptRelaxation): BoardHelp['step'] => (change.code === 'invite' ? 'invitations' : 'organisation');

/** What would help those who are left, in words, with the page where it is done. */
export const helpFor = (words: Words, relaxations: readonly KeptRelaxation[], nameOf: NameOf): BoardHelp[] =>
  relaxations.map((one) => ({ text: relaxationText(words, one, nameOf), step: stepFor(one) }));
