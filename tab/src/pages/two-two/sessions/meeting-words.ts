import type { EngagementMeeting } from '@coaching-pairs/shared/wire/engagement-meetings';
import type { Words } from '@coaching-pairs/shared/words/words';

/** What a meeting is called: the discovery call, an intake, or a session by its number and what it is for. */
export const meetingTitle = ({ t }: Words, { kind, number, purpose }: Pick<EngagementMeeting, 'kind' | 'number' | 'purpose'>): string => {
  if (kind !== 'session') return t(`twoTwo.meeting.${kind}`);
  if (number === null || purpose === null) return t('twoTwo.session.work.title');
  if (purpose === 'work') return t('tab.sessions.number', { number });
  return t('tab.twoTwo.sessions.numbered', { number, purpose: t(`twoTwo.session.${purpose}.title`) });
};

export const sessionPath = (engagementId: string, sessionId: string): string =>
  `/2-2/engagements/${encodeURIComponent(engagementId)}/sessions/${encodeURIComponent(sessionId)}`;
