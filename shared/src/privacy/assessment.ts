import { auditMonths, goneAfterDays, longestKeptDays } from '../retention/spans.js';
import type { Words } from '../words/words.js';
import { blank, type Part, type PrivacyDocument, text } from './document.js';
import { privacyDate } from './notice.js';

/** The ways that data takes; a new one is written down here before it is built. */
export const flows = ['directory', 'teams', 'storage', 'outlook', 'chat', 'log', 'file', 'guest'] as const;
export const risks = ['declines', 'reading', 'numbers', 'copy', 'record', 'long', 'mistake', 'pressure', 'four'] as const;

const needs = ['matching', 'voluntary', 'ground', 'numbers'] as const;
const spans = { days: longestKeptDays, months: auditMonths, gone: goneAfterDays };

const aboutFlows = ({ t }: Words): readonly Part[] => [
  { heading: t('assessment.done.heading'), blocks: [text(t('assessment.done.text')), ...blank('document', t('assessment.done.blank'))] },
  {
    heading: t('assessment.flows.heading'),
    blocks: [
      {
        kind: 'table',
        heads: (['from', 'to', 'what', 'guard'] as const).map((column) => t(`assessment.column.${column}`)),
        rows: flows.map((flow) => (['from', 'to', 'what', 'guard'] as const).map((column) => t(`assessment.flow.${flow}.${column}`))),
      },
      text(t('assessment.flows.nothing')),
    ],
  },
];

const aboutRisks = ({ t }: Words): readonly Part[] => [
  {
    heading: t('assessment.need.heading'),
    blocks: [{ kind: 'list', items: needs.map((need) => t(`assessment.need.${need}`)) }, ...blank('document', t('assessment.need.blank'))],
  },
  {
    heading: t('assessment.risks.heading'),
    blocks: [
      {
        kind: 'table',
        heads: (['risk', 'done', 'left'] as const).map((column) => t(`assessment.column.${column}`)),
        rows: risks.map((risk) => (['risk', 'done', 'left'] as const).map((column) => t(`assessment.risk.${risk}.${column}`, spans))),
      },
      ...blank('document', t('assessment.risks.blank')),
    ],
  },
];

const aboutRights = ({ t }: Words): readonly Part[] => [
  {
    heading: t('assessment.rights.heading'),
    blocks: [text(t('assessment.rights.text')), ...blank('document', t('assessment.rights.blank'))],
  },
  { heading: t('assessment.asked.heading'), blocks: [text(t('assessment.asked.text')), ...blank('document', t('assessment.asked.blank'))] },
];

/** The impact assessment to be completed before a first round (C-11), from which the page in the tab and the document in `docs` are made. */
export const impactAssessment = (words: Words): PrivacyDocument => ({
  title: words.t('assessment.title'),
  lead: words.t('assessment.as', { date: words.date(privacyDate) }),
  parts: [...aboutFlows(words), ...aboutRisks(words), ...aboutRights(words)],
});
