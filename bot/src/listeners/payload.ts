import {
  type OperationId,
  operationId,
  type PersonId,
  type ProposalId,
  personId,
  proposalId,
  type RoundId,
  roundId,
} from '@coaching-pairs/shared/ids';
import { Id } from '@coaching-pairs/shared/wire/parts';
import * as z from 'zod';
import type { Deps } from '../workflows/deps.js';

/** What a card may carry: ids that are read again from storage, and nothing about who is asking (S-06, S-07). */
export const AboutRound = z.object({ roundId: Id.transform((id): RoundId => roundId(id)) });
export const AboutProposal = AboutRound.extend({ proposalId: Id.transform((id): ProposalId => proposalId(id)) });
export const Joining = AboutRound.extend({ disclosureVersion: z.coerce.number().int() });

/** What the dialog of *Suggest someone* sends: clients leave out what was not filled in, or send it empty. */
export const Naming = AboutRound.extend({
  step: z.enum(['find', 'ask']),
  query: z.string().max(200).default(''),
  personId: z
    .union([z.literal(''), Id])
    .optional()
    .transform((id): PersonId | null => (id === undefined || id === '' ? null : personId(id))),
});

/**
 * A click's operation. A repeated click is recognised by what it finds (the same answer given again changes nothing), so
 * it needs no id of its own.
 */
export const clickOperation = (deps: Deps): OperationId => operationId(deps.newId());
