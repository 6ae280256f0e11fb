import type { SessionGuide } from '@coaching-pairs/shared/guidance/session-guides';
import type { Words } from '@coaching-pairs/shared/words/words';

/** For which meeting a guide is. */
export const meetingText = ({ t }: Words, { meeting }: SessionGuide): string => {
  if (meeting === null) return t('guide.beyond');
  return meeting === 0 ? t('guide.before') : t('guide.meeting', { number: meeting });
};

/** A length of time in a sentence: whole minutes in words, anything else as a clock shows it; in seconds. */
export const lengthText = ({ t }: Words, seconds: number): string =>
  seconds % 60 === 0 ? t('guide.frame.minutes', { minutes: seconds / 60 }) : clockText(seconds);

/** A length of time as a clock shows it, e.g. `25:00`; in whole seconds. */
export const clockText = (seconds: number): string => {
  const whole = Math.max(0, Math.ceil(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
};
