import type { PersonId } from '@coaching-pairs/shared/ids';
import type { RoundOverview } from '@coaching-pairs/shared/wire/rounds';
import { type MeetingScene, meetingView } from './round-meeting-view.js';

/** The kick-off as an administrator of the round sees it, with its meeting where it stands in calendars. */
export const kickOffView = (scene: MeetingScene, viewer: PersonId): RoundOverview['kickOff'] => {
  const { kickOff } = scene.round;
  if (kickOff === null) return null;
  const { on, heldAt, commonApproach, meeting } = kickOff;
  return { on, heldAt, commonApproach, meeting: meetingView(scene, meeting, viewer) };
};
