import type { MessageId } from '../words/catalogues.js';

export type Element = {
  readonly name: string;
  readonly title: MessageId;
  readonly fact: MessageId;
  /** A question for one's partner or oneself. */
  readonly prompt: MessageId;
  /** The one in the middle of it all (CP-51). */
  readonly centrepiece: boolean;
};

/** The six elements in the order in which they build on each other (CP-50, CP-51, CP-52). */
export const elements = [
  {
    name: 'trust',
    title: 'guidance.element.trust.title',
    fact: 'guidance.element.trust.fact',
    prompt: 'guidance.element.trust.prompt',
    centrepiece: false,
  },
  {
    name: 'championing',
    title: 'guidance.element.championing.title',
    fact: 'guidance.element.championing.fact',
    prompt: 'guidance.element.championing.prompt',
    centrepiece: false,
  },
  {
    name: 'empowering',
    title: 'guidance.element.empowering.title',
    fact: 'guidance.element.empowering.fact',
    prompt: 'guidance.element.empowering.prompt',
    centrepiece: false,
  },
  {
    name: 'selfChallenge',
    title: 'guidance.element.selfChallenge.title',
    fact: 'guidance.element.selfChallenge.fact',
    prompt: 'guidance.element.selfChallenge.prompt',
    centrepiece: true,
  },
  {
    name: 'encouragement',
    title: 'guidance.element.encouragement.title',
    fact: 'guidance.element.encouragement.fact',
    prompt: 'guidance.element.encouragement.prompt',
    centrepiece: false,
  },
  {
    name: 'accountability',
    title: 'guidance.element.accountability.title',
    fact: 'guidance.element.accountability.fact',
    prompt: 'guidance.element.accountability.prompt',
    centrepiece: false,
  },
] as const satisfies readonly Element[];
