import type { NewsKind } from '@coaching-pairs/shared/engagement/news';
import type { EngagementId, Instant } from '@coaching-pairs/shared/ids';
import { type CardJson, type CardMaker, cardOf, heading, openTab, paragraph, quiet } from './card.js';

/** Day and time as the reader's own client writes them. */
const at = (start: Instant): { readonly day: string; readonly time: string } => {
  const seconds = `${start.slice(0, 19)}Z`;
  return { day: `{{DATE(${seconds},LONG)}}`, time: `{{TIME(${seconds})}}` };
};

export type MeetingSaid = { readonly start: Instant; readonly isOn: boolean };

const meetingLine = ({ words }: CardMaker, { start, isOn }: MeetingSaid) =>
  paragraph(words.t(isOn ? 'twoTwo.card.when' : 'twoTwo.card.calledOff', at(start)));

/** Where it is read: those who coordinate have a page of their own. */
const placeOf = (kind: NewsKind, id: EngagementId): string => (kind === 'find-coaches' ? '2-2/coordinator' : `2-2/engagements/${id}`);

/**
 * What somebody of an engagement is told: that there is something, and the one button that opens its page. A card stays in a chat for
 * good, longer than anything of an engagement is kept, so it names nobody and says nothing of what it is about (C-10, C-12).
 */
export const twoTwoCard = (maker: CardMaker, kind: NewsKind, id: EngagementId, meeting: MeetingSaid | null = null): CardJson => {
  const { words } = maker;
  return cardOf({
    words,
    body: [
      quiet(words.t('twoTwo.card.overline')),
      heading(words.t(`twoTwo.card.${kind}.title`)),
      ...(meeting === null ? [] : [meetingLine(maker, meeting)]),
      paragraph(words.t(`twoTwo.card.${kind}.text`)),
    ],
    links: [openTab(maker, words.t(`twoTwo.card.${kind}.open`), placeOf(kind, id))],
  });
};
