import type { MessageId } from '../words/catalogues.js';
import type { GuidePlace } from './house-notes.js';

export type SkillCard = { readonly name: GuidePlace; readonly title: MessageId; readonly lines: readonly MessageId[] };

/** Short cards to glance at, before a session or in the middle of one. */
export const skillCards = [
  { name: 'questions', title: 'skill.questions.title', lines: ['skill.questions.1', 'skill.questions.2', 'skill.questions.3'] },
  { name: 'listening', title: 'skill.listening.title', lines: ['skill.listening.1', 'skill.listening.2'] },
  { name: 'fixing', title: 'skill.fixing.title', lines: ['skill.fixing.1', 'skill.fixing.2'] },
  { name: 'heavy', title: 'skill.heavy.title', lines: ['skill.heavy.1', 'skill.heavy.2'] },
  { name: 'rank', title: 'skill.rank.title', lines: ['skill.rank.1', 'skill.rank.2', 'skill.rank.3'] },
  { name: 'feedback', title: 'skill.feedback.title', lines: ['skill.feedback.1', 'skill.feedback.2', 'skill.feedback.3'] },
] as const satisfies readonly SkillCard[];
