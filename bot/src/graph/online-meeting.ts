import { err, ok } from '@coaching-pairs/shared/result';
import * as z from 'zod';
import type { Calendar } from '../ports/calendar.js';
import { type Ask, quoted, told } from './calendar-calls.js';

/**
 * All that Graph can switch off so that nothing of a conversation is kept. What Copilot notes down while people meet has no setting
 * there, only in the meeting itself.
 */
export const unrecorded = { recordAutomatically: false, allowRecording: false, allowTranscription: false } as const;

const meetingList = z.object({ value: z.array(z.object({ id: z.string().min(1) })) });
/** A policy of the organisation may answer otherwise than was asked. */
const settings = z.object({ allowRecording: z.boolean().nullish(), allowTranscription: z.boolean().nullish() });

/** The meeting behind the link of an event is looked up and its settings are changed, in the name of whoever organises it. */
export const switchOffRecording =
  (ask: Ask): Calendar['switchOffRecording'] =>
  async (joinUrl) => {
    const filter = `${encodeURIComponent('JoinWebUrl eq ')}${quoted(joinUrl)}`;
    const found = await ask('GET', `/me/onlineMeetings?$filter=${filter}`, meetingList);
    if (!found.ok) return found.error.code === 'gone' ? ok(false) : err(told(found.error));
    const [meeting] = found.value.value;
    if (meeting === undefined) return ok(false);
    const changed = await ask('PATCH', `/me/onlineMeetings/${encodeURIComponent(meeting.id)}`, settings, unrecorded);
    if (!changed.ok) return changed.error.code === 'gone' ? ok(false) : err(told(changed.error));
    return ok(changed.value.allowRecording !== true && changed.value.allowTranscription !== true);
  };
