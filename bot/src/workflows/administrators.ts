import type { OperationId, PersonId, RoundId } from '@coaching-pairs/shared/ids';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import { addAdministrator, removeAdministrator } from '@coaching-pairs/shared/round/administrators';
import type { Round } from '@coaching-pairs/shared/round/round';
import type { OutboxMessage } from '../ports/outbox.js';
import { changeAsAdministrator, readAsAdministrator } from './change-round.js';
import type { Actor, Deps } from './deps.js';
import { messagesTo } from './messages.js';
import type { Refusal } from './refusal.js';
import { rememberNamed } from './remember-named.js';
import { notBlocked } from './rules.js';

type Asked = { readonly roundId: RoundId; readonly opId: OperationId; readonly actor: Actor; readonly personId: PersonId };

/**
 * Names another administrator of a round that is not closed, and tells them. Being named is all it takes to administer this
 * round; the app role alone opens new ones (S-10). Refused for whom the directory does not know, for a blocked account, for the
 * round leader, and for whoever is in the people partner's own match (CP-33).
 */
export const nameAdministrator = async (deps: Deps, asked: Asked): Promise<Result<null, Refusal>> => {
  const allowed = await readAsAdministrator(deps, asked.roundId, asked.actor);
  if (!allowed.ok) return allowed;
  const { personId, roundId, opId } = asked;
  const known = await rememberNamed(deps, [personId]);
  if (!known.ok) return known;
  if ((await notBlocked(deps, [personId])).length === 0) return err({ code: 'account-blocked', personId });
  return changeAsAdministrator(deps, asked, ({ round, content }) => {
    const next = addAdministrator(round.value, personId, content.proposals);
    if (!next.ok) return next;
    if (next.value === round.value) return ok(null);
    const outbox = messagesTo([personId], 'administrator-named', { roundId, opId, at: deps.clock.now() });
    return ok({ action: 'administrator.name', subject: { personId }, round: { value: next.value, etag: round.etag }, outbox });
  });
};

/** To whoever administered the round before a change and not after it; not to those who took themselves out. */
export const tellRemoved = (
  deps: Deps,
  { roundId, opId, actor }: Omit<Asked, 'personId'>,
  before: Round,
  after: Round,
): readonly OutboxMessage[] => {
  const gone = before.administratorIds.filter((id) => !after.administratorIds.includes(id) && id !== actor.personId);
  return messagesTo(gone, 'administrator-removed', { roundId, opId, at: deps.clock.now() });
};

/**
 * Lets somebody administer the round no longer, and tells them; also oneself. Refused for the people partner, and where nobody else could look
 * after the people partner's own match that is out (CP-33).
 */
export const dropAdministrator = (deps: Deps, asked: Asked): Promise<Result<null, Refusal>> =>
  changeAsAdministrator(deps, asked, ({ round, content }) => {
    const next = removeAdministrator(round.value, asked.personId, content.proposals);
    if (!next.ok) return next;
    if (next.value === round.value) return ok(null);
    const subject = { personId: asked.personId };
    const outbox = tellRemoved(deps, asked, round.value, next.value);
    return ok({ action: 'administrator.remove', subject, round: { value: next.value, etag: round.etag }, outbox });
  });
