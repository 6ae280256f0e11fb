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

/** Somebody chosen in a dialog: clients leave out what was not filled in, or send it empty. */
const Chosen = z
  .union([z.literal(''), Id])
  .optional()
  .transform((id): PersonId | null => (id === undefined || id === '' ? null : personId(id)));

const Looking = AboutRound.extend({ query: z.string().max(200).default('') });

/** What the dialog of *Suggest someone* sends. */
export const Naming = Looking.extend({ step: z.enum(['find', 'ask']), personId: Chosen });

/** What the dialog for two names sends. */
export const TwoNames = Looking.extend({ step: z.enum(['find', 'save']), first: Chosen, second: Chosen });

/**
 * A click's operation. A repeated click is recognised by what it finds (the same answer given again changes nothing), so
 * it needs no id of its own.
 */
export const clickOperation = (deps: Deps): OperationId => operationId(deps.newId());
