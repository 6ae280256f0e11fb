import { type Coach, type CoachId, linked } from '@coaching-pairs/shared/coaches/coach';
import type { OperationId } from '@coaching-pairs/shared/ids';
import { err, ok, type Result } from '@coaching-pairs/shared/result';
import type { FoundAccount } from '../../ports/directory.js';
import type { Actor, Deps } from '../deps.js';
import type { Refusal } from '../refusal.js';
import { rememberNamed } from '../remember-named.js';
import { changeRegister, type Decided } from './change-register.js';

type Asked = { readonly actor: Actor; readonly opId: OperationId; readonly id: CoachId };

/** The one guest with this address. Somebody of the organisation is entered as such, where nearness to clients is looked at. */
const guestWith = async ({ directory }: Deps, mail: string): Promise<Result<FoundAccount, Refusal>> => {
  const found = await directory.accountsOf(mail);
  if (!found.ok) return found;
  const [guest, ...others] = found.value.filter((one) => one.guest && one.enabled);
  if (guest !== undefined && others.length === 0) return ok(guest);
  return err({ code: found.value.some((one) => !one.guest) ? 'coach-inside' : 'coach-no-guest' });
};

/**
 * Enters the guest account of somebody from outside, looked up in the directory by the address in their entry: from then on they sign in,
 * and what the entry says of them is theirs to write. Refused while nobody has invited them.
 */
export const linkCoach = async (deps: Deps, { id, ...asked }: Asked): Promise<Result<null, Refusal>> => {
  const coach = (await deps.coachRegister.one(id))?.value;
  if (coach === undefined || coach.from.kind === 'inside') return err({ code: 'not-found' });
  if (coach.from.guestId !== null) return ok(null);
  const { mail } = coach.from;
  const guest = await guestWith(deps, mail);
  if (!guest.ok) return guest;
  // Engagements show them by the name that the directory has.
  const named = await rememberNamed(deps, [guest.value.id]);
  if (!named.ok) return named;
  return changeRegister(deps, asked, (register): Decided => {
    const mine = register.find(({ value }) => value.id === id);
    if (mine === undefined) return err({ code: 'not-found' });
    const others = register.map(({ value }): Coach => value).filter((one) => one.id !== id);
    const next = linked(others, mine.value, { mail, guestId: guest.value.id });
    if (!next.ok) return next;
    return ok({ action: 'register.link', about: next.value, coach: { value: next.value, etag: mine.etag } });
  });
};
