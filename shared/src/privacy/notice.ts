import { limits } from '../disclosure/who-sees-what.js';
import { seenFor } from '../health.js';
import { plainDate } from '../ids.js';
import { auditMonths, erasureNotedDays, goneAfterDays, longestKeptDays } from '../retention/spans.js';
import type { Words } from '../words/words.js';
import { blank, type Part, type PrivacyDocument, text, type Use } from './document.js';

/** When what is said here was last changed. */
export const privacyDate = plainDate('2026-11-22');

/** The kinds of data that are kept, in the order in which a leader meets them. */
export const keptKinds = [
  ...(['directory', 'answer', 'match', 'pair', 'names', 'notes', 'shared'] as const),
  ...(['rhythm', 'paused', 'pulse', 'insights', 'messages', 'acts', 'erased', 'engagement', 'seen'] as const),
] as const;
export type KeptKind = (typeof keptKinds)[number];

const withRound = ['answer', 'match', 'pair', 'paused'] as const satisfies readonly KeptKind[];
type WithRound = (typeof withRound)[number];
const isWithRound = (kind: KeptKind): kind is WithRound => withRound.some((one) => one === kind);

/** How long something of a kind is kept (C-10). */
export const keptTime = ({ t }: Words, kind: KeptKind): string =>
  isWithRound(kind)
    ? t('notice.time.round')
    : t(`notice.row.${kind}.time`, { days: longestKeptDays, months: auditMonths, noted: erasureNotedDays, seen: seenFor });

const keptPart = (words: Words): Part => {
  const { t } = words;
  return {
    heading: t('notice.kept.heading'),
    blocks: [
      text(t('notice.kept.text')),
      {
        kind: 'table',
        heads: [t('notice.column.what'), t('notice.column.who'), t('notice.column.time')],
        rows: keptKinds.map((kind) => [t(`notice.row.${kind}.what`), t(`notice.row.${kind}.who`), keptTime(words, kind)]),
      },
    ],
  };
};

const aboutPurpose = ({ t }: Words, use: Use): readonly Part[] => [
  {
    heading: t('notice.answers.heading'),
    blocks: [text(t('notice.answers.text')), text(t('notice.answers.ask')), ...blank(use, t('notice.answers.blank'))],
  },
  { heading: t('notice.purpose.heading'), blocks: [text(t('notice.purpose.text')), ...blank(use, t('notice.purpose.blank'))] },
];

const aboutPlace = ({ t }: Words, use: Use): readonly Part[] => [
  { heading: t('notice.never.heading'), blocks: [text(t('notice.never.text'))] },
  {
    heading: t('notice.where.heading'),
    blocks: [text(t('notice.where.text')), ...blank(use, t('notice.where.blank')), text(t('notice.where.human'))],
  },
];

const aboutRights = ({ t }: Words, use: Use): readonly Part[] => [
  {
    heading: t('notice.rights.heading'),
    blocks: [
      text(t('notice.rights.mine')),
      ...blank(use, t('notice.rights.blank')),
      text(t('notice.rights.closed')),
      text(t('notice.rights.left', { days: goneAfterDays })),
    ],
  },
  { heading: t('limits.title'), blocks: [{ kind: 'list', items: limits.map((name) => t(`limits.${name}`)) }] },
];

/** The privacy notice, from which the page that needs no sign-in, the page in the tab and the document in `docs` are made (C-10, C-11, S-23). */
export const privacyNotice = (words: Words, use: Use): PrivacyDocument => {
  const { t } = words;
  const date = words.date(privacyDate);
  return {
    title: use === 'page' ? t('notice.heading') : t('notice.title'),
    lead: use === 'page' ? t('notice.as', { date }) : t('notice.asTemplate', { date }),
    parts: [...aboutPurpose(words, use), keptPart(words), ...aboutPlace(words, use), ...aboutRights(words, use)],
  };
};
