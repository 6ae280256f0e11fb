import { ok, type Result } from '@coaching-pairs/shared/result';
import { beginAwayday } from '@coaching-pairs/shared/round/moves';
import { isOpen } from '@coaching-pairs/shared/round/nomination';
import type { AskedWork } from '../begin-work.js';
import { changeAsAdministrator } from '../change-round.js';
import type { Deps } from '../deps.js';
import type { Refusal } from '../refusal.js';

/** Turns from the six months to the Awayday; asking again changes nothing. Nobody is written to for it. Refused while proposals are open. */
export const turnToAwayday = (deps: Deps, asked: AskedWork): Promise<Result<null, Refusal>> =>
  changeAsAdministrator(deps, asked, ({ round, content }) => {
    if (round.value.state === 'awayday') return ok(null);
    const next = beginAwayday(round.value, content.proposals.filter(isOpen).length);
    return next.ok ? ok({ action: 'round.awayday', round: { value: next.value, etag: round.etag } }) : next;
  });
