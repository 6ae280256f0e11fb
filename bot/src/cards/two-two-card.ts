import type { NewsKind } from '@coaching-pairs/shared/engagement/news';
import type { EngagementId, Instant } from '@coaching-pairs/shared/ids';
import { type CardJson, type CardMaker, cardOf, heading, lines, openTab, paragraph, quiet } from './card.js';

/** Day and time as the reader's own client writes them. */
const at = (start: Instant): { readonly day: string; readonly time: string } => {
  const seconds = `${start.slice(0, 19)}Z`;
  return { day: `{{DATE(${seconds},LONG)}}`, time: `{{TIME(${seconds})}}` };
};

export type MeetingSaid = { readonly start: Instant; readonly isOn: boolean };

const meetingLine = ({ words }: CardMaker, { start, isOn }: MeetingSaid) =>
  paragraph(words.t(isOn ? 'twoTwo.card.when' : 'twoTwo.card.calledOff', at(start)));

/** Where it is read; null for whoever coordinates and has a page of their own. */
const placeOf = (id: EngagementId | null): string => (id === null ? '2-2/coordinator' : `2-2/engagements/${id}`);

/**
 * What somebody of an engagement is told: that there is something, and the one button that opens its page. A card stays in a chat for
 * good, longer than anything of an engagement is kept, so it names nobody and says nothing of what it is about (C-10, C-12).
 */
export const twoTwoCard = (
  maker: CardMaker,
  kind: NewsKind,
  said: { readonly id: EngagementId | null; readonly meeting: MeetingSaid | null },
): CardJson => {
  const { words } = maker;
  return cardOf({
    words,
    body: [
      quiet(words.t('twoTwo.card.overline')),
      heading(words.t(`twoTwo.card.${kind}.title`)),
      ...(said.meeting === null ? [] : [meetingLine(maker, said.meeting)]),
      paragraph(words.t(`twoTwo.card.${kind}.text`)),
    ],
    links: [openTab(maker, words.t(`twoTwo.card.${kind}.open`), placeOf(said.id))],
  });
};

/** What waits for somebody in each of their engagements, in answer to `2:2`; the same as the messages said, and no more. */
export const myTwoTwoCard = (
  maker: CardMaker,
  mine: readonly { readonly id: EngagementId; readonly waits: NewsKind | null }[],
): CardJson => {
  const { words } = maker;
  const [only, ...more] = mine;
  const isCoordinating = mine.every(({ waits }) => waits === 'find-coaches');
  const place = only !== undefined && more.length === 0 ? `2-2/engagements/${only.id}` : '2-2/engagements';
  return cardOf({
    words,
    body: [
      heading(words.t('twoTwo.card.mine.title')),
      ...lines(mine.map(({ waits }) => words.t(waits === null ? 'twoTwo.card.mine.nothing' : `twoTwo.card.${waits}.title`))),
    ],
    links: [openTab(maker, words.t('twoTwo.card.mine.open'), isCoordinating ? '2-2/coordinator' : place)],
  });
};
