import type { Agreement } from '@coaching-pairs/shared/agreement/agreement';
import { ok, type Result } from '@coaching-pairs/shared/result';
import { takesAnswers } from '@coaching-pairs/shared/round/round';
import type { AgreementVersion, PairSpace } from '@coaching-pairs/shared/wire/pair';
import type { Deps } from '../deps.js';
import { namedIn, organisationOf } from '../organisation.js';
import type { Refusal } from '../refusal.js';
import { type AboutPair, myPair } from '../sessions/my-pair.js';

const versionView = (named: ReturnType<typeof namedIn>, agreement: Agreement): AgreementVersion => {
  const { version, savedBy, savedAt, terms, own, confirmedBy } = agreement;
  return {
    ...{ version, savedAt, terms },
    savedBy: named(savedBy),
    own: own.map(({ personId, wants, challenge, shutsDown }) => ({ person: named(personId), words: { wants, challenge, shutsDown } })),
    confirmedBy: confirmedBy.map(named),
  };
};

/** What a pair or trio has for itself, for one of its people alone (CP-40). */
export const myPairSpace = async (deps: Deps, about: AboutPair): Promise<Result<PairSpace, Refusal>> => {
  const mine = await myPair(deps, about);
  if (!mine.ok) return mine;
  const { round, pair, memberIds } = mine.value;
  const [organisation, agreements] = await Promise.all([organisationOf(deps), deps.agreements.all(round.id, pair.value.id)]);
  if (!agreements.ok) return agreements;
  const named = namedIn(organisation);
  return ok({
    members: memberIds.map(named),
    formedAt: pair.value.formedAt,
    open: round.state !== 'closed',
    mayEnd: takesAnswers(round),
    versions: [...agreements.value].reverse().map(({ value }) => versionView(named, value)),
  });
};
