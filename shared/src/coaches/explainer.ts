import { type PlainDate, plainDate } from '../ids.js';
import type { MessageId } from '../words/catalogues.js';

/** Sentences that stand as they are. */
type ExplainerId = Exclude<Extract<MessageId, `explainer.${string}`>, 'explainer.code' | 'explainer.revised'>;

/** One part of the explainer: its heading, and lines that stand below it each for themselves. */
export type ExplainerPart = { readonly title: ExplainerId; readonly lines: readonly ExplainerId[]; readonly after?: ExplainerId };

/** When its words were last looked at as a whole. */
export const explainerRevisedOn: PlainDate = plainDate('2026-11-22');

/** Where coaches read the code that they accept; its text is not repeated here. */
export const icfCode = {
  name: 'coachingfederation.org',
  url: 'https://coachingfederation.org/credentialing/coaching-ethics/icf-code-of-ethics/',
} as const;

/**
 * What 2:2 Coaching is, on one page, in words of our own: read by everybody before anybody consents to anything (TT-03, TT-04, TT-11,
 * TT-20, TT-31, TT-33, TT-63).
 */
export const explainer = {
  title: 'explainer.title',
  lead: 'explainer.lead',
  parts: [
    {
      title: 'explainer.who.title',
      lines: ['explainer.who.clients', 'explainer.who.coaches', 'explainer.who.sponsor', 'explainer.who.coordinator'],
    },
    { title: 'explainer.not.title', lines: ['explainer.not.mediation', 'explainer.not.therapy'] },
    {
      title: 'explainer.dyad.title',
      lines: ['explainer.dyad.shared-role', 'explainer.dyad.under-pressure', 'explainer.dyad.manager-and-report', 'explainer.dyad.peers'],
    },
    {
      title: 'explainer.focus.title',
      lines: [
        ...(['explainer.focus.trust', 'explainer.focus.communication', 'explainer.focus.tension', 'explainer.focus.roles'] as const),
        'explainer.focus.culture',
      ],
      after: 'explainer.focus.choice',
    },
    {
      title: 'explainer.way.title',
      lines: [
        'explainer.way.consent',
        'explainer.way.discovery',
        'explainer.way.agreements',
        'explainer.way.sessions',
        'explainer.way.end',
      ],
    },
    { title: 'explainer.promise.title', lines: ['explainer.promise.notice', 'explainer.promise.buffer', 'explainer.promise.quiet'] },
    { title: 'explainer.sponsor.title', lines: ['explainer.sponsor.sees', 'explainer.sponsor.not'] },
    { title: 'explainer.limits.title', lines: ['explainer.limits.text'] },
  ],
} as const satisfies { readonly title: ExplainerId; readonly lead: ExplainerId; readonly parts: readonly ExplainerPart[] };
