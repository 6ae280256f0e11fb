import type { PersonId } from '@coaching-pairs/shared/ids';
import { err, type Result } from '@coaching-pairs/shared/result';
import { askLate } from '@coaching-pairs/shared/round/asking-late';
import type { AskedWork } from './begin-work.js';
import { changeAsAdministrator, readAsAdministrator } from './change-round.js';
import type { Deps } from './deps.js';
import { messagesTo } from './messages.js';
import { organisationOf } from './organisation.js';
import type { Refusal } from './refusal.js';
import { rememberNamed } from './remember-named.js';

type Asked = AskedWork & { readonly personId: PersonId };

/**
 * An administrator asks one more person to join: somebody who came later, or who wants to join after the announcement. They are read from
 * the directory with their line, get the invitation that everybody got, and are in nothing before they say so themselves (CP-11).
 * Refused for whom the directory does not know, for blocked accounts, and for whoever is asked already.
 */
export const askOneMore = async (deps: Deps, asked: Asked): Promise<Result<null, Refusal>> => {
  const allowed = await readAsAdministrator(deps, asked.roundId, asked.actor);
  if (!allowed.ok) return allowed;
  const { personId, roundId, opId } = asked;
  const known = await rememberNamed(deps, [personId]);
  if (!known.ok) return known;
  if ((await organisationOf(deps)).people.get(personId)?.enabled === false) return err({ code: 'account-blocked', personId });
  return changeAsAdministrator(deps, asked, ({ round, participants }) => {
    const row = participants.find(({ value }) => value.personId === personId);
    const at = deps.clock.now();
    const next = askLate(round.value, { personId, row: row?.value ?? null, at });
    if (!next.ok) return next;
    return {
      ok: true,
      value: {
        action: 'invitation.late',
        subject: { personId },
        participants: [{ value: next.value, etag: row?.etag ?? null }],
        outbox: messagesTo([personId], 'invitation', { roundId, opId, at }),
      },
    };
  });
};
