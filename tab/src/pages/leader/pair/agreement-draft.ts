import { firstTerms, noWords } from '@coaching-pairs/shared/agreement/agreement';
import type { AgreementTerms, AgreementWords, PairSpace } from '@coaching-pairs/shared/wire/pair';

export const sharedTexts = ['confidentiality', 'contact', 'awayday', 'drift'] as const;
export const wordFields = ['wants', 'challenge', 'shutsDown'] as const;

/** What somebody has changed and not yet saved; whatever is not in it stands as the newest version has it. */
export type Draft = { readonly terms: Partial<AgreementTerms>; readonly words: Partial<AgreementWords> };
export const nothingChanged: Draft = { terms: {}, words: {} };

/** What would be saved: the newest version, and on top of it only what was changed here, so that another's new words stay. */
export const mergedWith = (pair: PairSpace, { terms, words }: Draft) => {
  const [latest] = pair.versions;
  const mine = latest?.own.find(({ person }) => person.id === pair.members[0]?.id)?.words ?? noWords;
  return {
    base: latest?.version ?? 0,
    terms: { ...(latest?.terms ?? firstTerms(pair.members.length)), ...terms } satisfies AgreementTerms,
    words: { ...mine, ...words } satisfies AgreementWords,
  };
};
