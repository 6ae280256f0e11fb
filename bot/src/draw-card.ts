import { dayOf } from '@coaching-pairs/shared/time';
import { invitationCard } from './cards/invitation-card.js';
import { proposalCard } from './cards/proposal-card.js';
import { kickOffCard } from './cards/round-cards.js';
import type { CardDrawing } from './ports/card-drawing.js';
import type { Clock } from './ports/clock.js';

/** The cards that delivery sends, drawn for whoever wants to see them beforehand. */
export const cardDrawing =
  (clock: Clock, teamsAppId: string): CardDrawing =>
  (words, kind, round) => {
    const maker = { words, teamsAppId, today: dayOf(clock.now()) };
    if (kind === 'match') return proposalCard(maker, round, 'invented');
    return kind === 'kick-off' ? kickOffCard(maker, round) : invitationCard(maker, round, false, kind === 'invitation-reminder');
  };
