import { instant } from '@coaching-pairs/shared/ids';
import type { Sessions } from '@coaching-pairs/shared/wire/sessions';
import { Section } from '../../../components/section.js';
import { type Milestone, Timeline } from '../../../components/timeline.js';
import { useSession } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { SessionsLink } from '../sessions/sessions-link.js';

/** The sessions as a line through the six months: those held, those booked, and those still to be booked up to the six (CP-70). */
export const milestonesOf = (page: Sessions, title: (number: number) => string, when: (at: string) => string, none: string) => {
  const places = Math.max(page.fewest, page.sessions.length);
  const next = page.sessions.findIndex(({ held }) => !held);
  return Array.from({ length: places }, (_none, at): Milestone => {
    const session = page.sessions[at];
    const stage = session?.held === true ? 'past' : at === next ? 'now' : 'ahead';
    return { name: String(at), title: title(at + 1), when: session === undefined ? none : when(session.start), stage };
  });
};

export const SixSessions = ({ roundId, page }: { readonly roundId: string; readonly page: Sessions }) => {
  const { words, zone } = useSession();
  const { t } = words;
  const house = useHouse();
  const milestones = milestonesOf(
    page,
    (number) => t('tab.pair.session', { number }),
    (at) => words.dateAt(instant(at), zone),
    t('tab.pair.notBooked'),
  );
  return (
    <Section title={t('tab.pair.sessions')}>
      <Timeline label={t('tab.pair.sessions')} milestones={milestones} />
      <div className={house.stack}>
        <SessionsLink roundId={roundId} over={!page.open} />
      </div>
    </Section>
  );
};
