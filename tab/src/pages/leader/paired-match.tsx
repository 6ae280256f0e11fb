import { guideFor } from '@coaching-pairs/shared/guidance/session-guides';
import { instant } from '@coaching-pairs/shared/ids';
import type { MyMatch } from '@coaching-pairs/shared/wire/mine';
import { Button } from '@fluentui/react-components';
import { PeopleTeamRegular } from '@fluentui/react-icons/svg/people-team';
import { Link, useLocation } from 'wouter';
import { People } from '../../components/person.js';
import { Section } from '../../components/section.js';
import { useSession } from '../../session.js';
import { useHouse } from '../../style/house.js';
import { meetingText } from './guides/guide-words.js';
import { SessionsLink } from './sessions/sessions-link.js';
import { useSessions } from './sessions/use-sessions.js';

type Paired = Extract<MyMatch, { kind: 'paired' }>;

type Partners = { readonly names: string; readonly count: number };

/** How to begin, until the first meeting; what is booked already is not asked for. */
const FirstSteps = ({ names, count, booked }: Partners & { readonly booked: boolean }) => {
  const { t } = useSession().words;
  const house = useHouse();
  return (
    <div className={house.tight}>
      <h3 className={house.subheading}>{t('tab.match.paired.next')}</h3>
      <ol className={house.bullets}>
        <li>{t('tab.match.paired.write', { names, count })}</li>
        {!booked && <li>{t('tab.match.paired.dates')}</li>}
        <li>{t('tab.match.paired.rules')}</li>
        <li>{t('tab.match.paired.issue')}</li>
      </ol>
    </div>
  );
};

/** Once they have met: what the next meeting is about, and its guide. */
const NextMeeting = ({ roundId, meeting }: { readonly roundId: string; readonly meeting: number }) => {
  const { words } = useSession();
  const house = useHouse();
  const guide = guideFor(meeting);
  return (
    <div className={house.tight}>
      <h3 className={house.subheading}>{words.t('tab.match.paired.next')}</h3>
      <p className={house.prose}>
        {words.t('tab.match.paired.meeting', { meeting: meetingText(words, guide), title: words.t(guide.title) })}
      </p>
      <Link to={`/round/${encodeURIComponent(roundId)}/guides/${guide.name}`}>{words.t('guide.open')}</Link>
    </div>
  );
};

/** What comes next depends on how often they have met; nothing is said until that is known. */
const WhatNext = ({ roundId, ...partners }: Partners & { readonly roundId: string }) => {
  const { data, error } = useSessions(roundId);
  if (data === undefined && error === null) return null;
  const sessions = data?.sessions ?? [];
  const held = sessions.filter((session) => session.held).length;
  return held === 0 ? <FirstSteps {...partners} booked={sessions.length > 0} /> : <NextMeeting roundId={roundId} meeting={held + 1} />;
};

const Equals = ({ count }: Pick<Partners, 'count'>) => {
  const { t } = useSession().words;
  const house = useHouse();
  return (
    <div className={house.tight}>
      <h3 className={house.subheading}>{t('guidance.hierarchyFree.title')}</h3>
      <p className={house.prose}>{t(count > 1 ? 'tab.match.trioEquals' : 'guidance.hierarchyFree.text')}</p>
    </div>
  );
};

/** The way to what the pair has for itself. */
const PairLink = ({ roundId }: { readonly roundId: string }) => {
  const { t } = useSession().words;
  const house = useHouse();
  const [, go] = useLocation();
  return (
    <div className={house.actions}>
      <Button icon={<PeopleTeamRegular />} onClick={() => go(`/round/${encodeURIComponent(roundId)}/pair`)}>
        {t('tab.pair.open')}
      </Button>
    </div>
  );
};

type PairedMatchProps = {
  readonly match: Paired;
  readonly over: boolean;
  /** The six months are behind them, and the Awayday comes next. */
  readonly atAwayday?: boolean;
  readonly roundId: string;
};

/** My coaching partner, and what to do next; once the round is `over`, who it was. */
export const PairedMatch = ({ match, over, atAwayday = false, roundId }: PairedMatchProps) => {
  const { words, zone } = useSession();
  const { t, list, dateAt } = words;
  const house = useHouse();
  const names = list(match.partners.map((one) => one.name));
  const count = match.partners.length;
  return (
    <Section
      title={t('tab.match.paired.title', { count })}
      accent={!over}
      aside={<span className={house.small}>{t('tab.match.paired.since', { date: dateAt(instant(match.formedAt), zone) })}</span>}
    >
      <People people={match.partners} size={56} />
      <SessionsLink roundId={roundId} over={over || atAwayday} />
      <PairLink roundId={roundId} />
      {!over && !atAwayday && <WhatNext roundId={roundId} names={names} count={count} />}
      {!over && <Equals count={count} />}
    </Section>
  );
};
