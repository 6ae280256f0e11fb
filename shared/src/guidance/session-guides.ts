import type { MessageId } from '../words/catalogues.js';
import type { elements } from './elements.js';
import type { GuidePlace } from './house-notes.js';

type ElementName = (typeof elements)[number]['name'];
/** Words of a guide, which need nothing to be filled in. */
type GuideText = Extract<MessageId, `guide.${GuidePlace}.${string}`>;

export type SessionGuide = {
  readonly name: GuidePlace;
  /** Which meeting it is for: 0 to be read alone before the first, null for any beyond the six. */
  readonly meeting: number | null;
  readonly title: GuideText;
  readonly steps: readonly GuideText[];
  /** What is in the foreground of the six elements, which every guide names (CP-50). */
  readonly focus: readonly ElementName[];
  /** Whether each asks themselves afterwards how the hour was shared (CP-62). */
  readonly driftCheck: boolean;
};

const guide = (
  name: GuidePlace,
  meeting: number | null,
  title: GuideText,
  focus: readonly ElementName[],
  steps: readonly GuideText[],
): SessionGuide => ({ name, meeting, title, steps, focus, driftCheck: meeting === 2 || meeting === 4 });

/** One guide for each meeting, in order: getting ready, the six, and one for any session more. */
export const sessionGuides = [
  guide('get-ready', 0, 'guide.get-ready.title', [], ['guide.get-ready.1', 'guide.get-ready.2', 'guide.get-ready.3']),
  guide(
    'meeting-1',
    1,
    'guide.meeting-1.title',
    ['trust'],
    ['guide.meeting-1.1', 'guide.meeting-1.2', 'guide.meeting-1.3', 'guide.meeting-1.4', 'guide.meeting-1.5'],
  ),
  guide('meeting-2', 2, 'guide.meeting-2.title', ['championing'], ['guide.meeting-2.1', 'guide.meeting-2.2', 'guide.meeting-2.3']),
  guide('meeting-3', 3, 'guide.meeting-3.title', ['empowering'], ['guide.meeting-3.1', 'guide.meeting-3.2', 'guide.meeting-3.3']),
  guide('meeting-4', 4, 'guide.meeting-4.title', ['selfChallenge'], ['guide.meeting-4.1', 'guide.meeting-4.2', 'guide.meeting-4.3']),
  guide('meeting-5', 5, 'guide.meeting-5.title', ['encouragement'], ['guide.meeting-5.1', 'guide.meeting-5.2', 'guide.meeting-5.3']),
  guide(
    'meeting-6',
    6,
    'guide.meeting-6.title',
    ['accountability'],
    ['guide.meeting-6.1', 'guide.meeting-6.2', 'guide.meeting-6.3', 'guide.meeting-6.4', 'guide.meeting-6.5'],
  ),
  guide('free', null, 'guide.free.title', [], ['guide.free.1', 'guide.free.2']),
] as const satisfies readonly SessionGuide[];

const fallback: SessionGuide = sessionGuides[7];

/** The guide for the meeting of that number; beyond the six, the free one. */
export const guideFor = (meeting: number): SessionGuide => sessionGuides.find((one) => one.meeting === meeting) ?? fallback;

/** The guide of that name; null where there is none. */
export const guideNamed = (name: string): SessionGuide | null => sessionGuides.find((one) => one.name === name) ?? null;

/** After so many meetings held, whether the drift check is due: from the end of the second and the fourth until the next (CP-62). */
export const isDriftCheckDue = (held: number): boolean => held > 0 && guideFor(held).driftCheck;
