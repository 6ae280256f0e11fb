import { instant, plainDate } from '@coaching-pairs/shared/ids';
import { roundStates } from '@coaching-pairs/shared/round/round';
import type { MyRound } from '@coaching-pairs/shared/wire/mine';
import type { Words } from '@coaching-pairs/shared/words/words';
import { Link } from '@fluentui/react-components';
import { whenText } from '../../components/agenda-words.js';
import { Person } from '../../components/person.js';
import { Section } from '../../components/section.js';
import { type Milestone, Timeline } from '../../components/timeline.js';
import { useSession } from '../../session.js';
import { useHouse } from '../../style/house.js';

const kickOffText = ({ kickOffOn, kickOffMeeting: meeting }: MyRound, { t, date, dateTime }: Words, zone: string): string => {
  if (meeting === null) return kickOffOn === null ? t('tab.timeline.noDate') : date(plainDate(kickOffOn));
  const where = meeting.location ?? t('tab.timeline.inTeams');
  return t('tab.timeline.kickOffAt', { when: dateTime(instant(meeting.start), zone), minutes: meeting.minutes, where });
};

/** The Awayday with its place, as soon as it is fixed; and the end of the round where that is another day. */
const endText = ({ awayday, endsOn }: MyRound, words: Words): string => {
  const end = words.date(plainDate(endsOn));
  if (awayday === null) return end;
  const where = awayday.location ?? words.t('tab.timeline.inTeams');
  const day = `${whenText(words, awayday)}, ${where}`;
  return awayday.day === endsOn ? day : words.t('tab.timeline.awaydayThenEnd', { awayday: day, end });
};

/** The stops of a round; which are behind us follows from its state, not from the clock of this device. */
export const milestonesOf = (round: MyRound, words: Words, zone: string): readonly Milestone[] => {
  const { t, date } = words;
  const at = roundStates.indexOf(round.state);
  const passed = (state: MyRound['state']): boolean => at >= roundStates.indexOf(state);
  const kickOff = kickOffText(round, words, zone);
  const stops = [
    { name: 'kick-off', title: t('tab.timeline.kickOff'), when: kickOff, done: passed('inviting') },
    {
      name: 'answers',
      title: t('tab.timeline.answers'),
      when: t('tab.timeline.by', { date: date(plainDate(round.answersBy)) }),
      done: passed('matching'),
    },
    { name: 'start', title: t('tab.timeline.start'), when: date(plainDate(round.startsOn)), done: passed('active') },
    { name: 'end', title: t('tab.timeline.end'), when: endText(round, words), done: passed('closed') },
  ];
  const current = stops.findIndex((stop) => !stop.done);
  return stops.map(({ done, ...stop }, place) => ({ ...stop, stage: done ? 'past' : place === current ? 'now' : 'ahead' }));
};

/** Dates, the two people behind the round, and what was agreed at the kick-off. */
export const RoundFacts = ({ round }: { readonly round: MyRound }) => {
  const { words, zone } = useSession();
  const { t } = words;
  const house = useHouse();
  return (
    <Section title={t('tab.facts.title')}>
      <Timeline label={t('tab.facts.dates')} milestones={milestonesOf(round, words, zone)} />
      {round.state === 'kick-off' && round.kickOffMeeting?.joinUrl != null && (
        <Link href={round.kickOffMeeting.joinUrl} target="_blank" rel="noreferrer">
          {t('tab.timeline.joinKickOff')}
        </Link>
      )}
      <div className={house.halves}>
        <div className={house.tight}>
          <h3 className={house.subheading}>{t('tab.facts.people')}</h3>
          <Person person={round.leader} after={<span className={house.small}>{t('tab.facts.roundLeader')}</span>} />
          <Person person={round.peoplePartner} after={<span className={house.small}>{t('tab.facts.peoplePartner')}</span>} />
        </div>
        <div className={house.tight}>
          <h3 className={house.subheading}>{t('tab.facts.approach')}</h3>
          <p className={house.prose}>{round.commonApproach === '' ? t('tab.facts.noApproach') : round.commonApproach}</p>
        </div>
      </div>
    </Section>
  );
};
