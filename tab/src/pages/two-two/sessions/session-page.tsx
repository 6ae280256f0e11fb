import { discoveryQuestions, stagesOfSession } from '@coaching-pairs/shared/engagement/session-flow';
import { instant } from '@coaching-pairs/shared/ids';
import type { Engagement } from '@coaching-pairs/shared/wire/engagement';
import type { EngagementMeeting } from '@coaching-pairs/shared/wire/engagement-meetings';
import { Link as OutLink } from '@fluentui/react-components';
import { Link } from 'wouter';
import { AskedPage } from '../../../components/asked-page.js';
import { AskedView } from '../../../components/asked-view.js';
import { Section } from '../../../components/section.js';
import { useSession, useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { type Naming, TimerButtons, TimerFace, TimerParts } from '../../leader/guides/timer-face.js';
import { useTimer } from '../../leader/guides/use-timer.js';
import { useEngagement } from '../engagement/use-engagement.js';
import { isNoneOfMine, NoneOfMine } from '../nothing-here.js';
import { meetingTitle } from './meeting-words.js';
import { useMeetings } from './use-meetings.js';

type Timed = ReturnType<typeof stagesOfSession>[number];
type OfMeeting = { readonly meeting: EngagementMeeting };

/** The nine stages in their order, the same each time, with a timer that only this device shows (TT-50). */
const Flow = ({ meeting }: OfMeeting) => {
  const { t } = useWords();
  const house = useHouse();
  const stages = stagesOfSession(meeting.minutes);
  const timer = useTimer(stages, `timer 2-2 ${meeting.id}`);
  const nameOf: Naming<Timed> = (one) => (one === undefined ? t('tab.timer.over') : t(`twoTwo.stage.${one.stage}.title`));
  const now = stages[timer.moment.at];
  return (
    <Section title={t('tab.twoTwo.session.flow')}>
      <TimerFace
        timer={timer}
        stages={stages}
        nameOf={nameOf}
        text={now === undefined ? t('tab.timer.over.text') : t(`twoTwo.stage.${now.stage}.text`)}
      />
      <TimerButtons timer={timer} over={now === undefined} />
      <TimerParts timer={timer} stages={stages} nameOf={nameOf} />
      <p className={house.small} style={{ margin: 0 }}>
        {t('tab.timer.awake')} {t('tab.timer.kept')}
      </p>
    </Section>
  );
};

/** What the discovery call asks, in its order. */
const Questions = () => {
  const { t } = useWords();
  const house = useHouse();
  return (
    <Section title={t('tab.twoTwo.discovery.title')}>
      <ol className={house.bullets}>
        {discoveryQuestions.map((question) => (
          <li key={question} className={house.prose}>
            {t(`twoTwo.discovery.${question}`)}
          </li>
        ))}
      </ol>
    </Section>
  );
};

/** What the session is about: its purpose, and the goals that both clients agreed on (TT-12, TT-52). */
const Purpose = ({ meeting, engagement }: OfMeeting & { readonly engagement: Engagement }) => {
  const { t } = useWords();
  const house = useHouse();
  const { purpose } = meeting;
  if (purpose === null) return null;
  const goals = engagement.goals.filter(({ agreed, closedAt }) => agreed && closedAt === null);
  return (
    <Section title={t(`twoTwo.session.${purpose}.title`)}>
      <p className={house.prose}>{t(`twoTwo.session.${purpose}.text`)}</p>
      {goals.length === 0 ? (
        <p className={house.prose}>{t('tab.twoTwo.session.noGoals')}</p>
      ) : (
        <ul className={house.bullets} aria-label={t('tab.twoTwo.session.goals')}>
          {goals.map(({ id, what, sign }) => (
            <li key={id} className={house.prose}>
              {what}
              <br />
              <span className={house.small}>{t('tab.twoTwo.session.sign', { sign })}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
};

/** On which terms something of an intake may come before all four (TT-13). */
const Intake = ({ engagement }: { readonly engagement: Engagement }) => {
  const { t } = useWords();
  const house = useHouse();
  const [latest] = engagement.agreement.written;
  return (
    <Section title={t('tab.twoTwo.session.intake.title')}>
      <p className={house.prose}>{t('tab.twoTwo.session.intake.text')}</p>
      {latest !== undefined && <blockquote className={house.prose}>{latest.broughtIn}</blockquote>}
    </Section>
  );
};

const Facts = ({ meeting }: OfMeeting) => {
  const { words, zone } = useSession();
  const { t, list } = words;
  const house = useHouse();
  return (
    <Section title={words.slot(instant(meeting.start), zone)}>
      <p className={house.prose}>
        {t('tab.sessions.facts', { minutes: meeting.minutes, kind: t(`session.place.${meeting.place}`) })} ·{' '}
        {t('tab.twoTwo.session.with', { names: list(meeting.people.slice(1).map(({ name }) => name)) })}
      </p>
      {meeting.joinUrl !== null && !meeting.held && (
        <OutLink href={meeting.joinUrl} target="_blank" rel="noreferrer">
          {t('tab.sessions.join')}
        </OutLink>
      )}
      {meeting.kind === 'session' && !meeting.held && (
        <p className={house.small} style={{ margin: 0 }}>
          {t('tab.twoTwo.session.quiet')}
        </p>
      )}
    </Section>
  );
};

type OfSession = { readonly engagementId: string; readonly sessionId: string };

const Content = ({ meeting, engagementId }: OfMeeting & Pick<OfSession, 'engagementId'>) => {
  const { t } = useWords();
  const house = useHouse();
  const asked = useEngagement(engagementId);
  return (
    <div className={house.parts}>
      <Facts meeting={meeting} />
      <AskedView asked={asked}>
        {(engagement) =>
          meeting.kind === 'intake' ? <Intake engagement={engagement} /> : <Purpose meeting={meeting} engagement={engagement} />
        }
      </AskedView>
      {meeting.kind === 'session' && <Flow meeting={meeting} />}
      {meeting.kind === 'discovery' && <Questions />}
      <p className={house.prose}>
        <Link to={`/2-2/engagements/${encodeURIComponent(engagementId)}`}>{t('tab.twoTwo.session.notes')}</Link>
      </p>
    </div>
  );
};

/** One meeting, for those who come to it: when and where, what it is for, and its familiar flow (TT-50 to TT-53). */
export const SessionPage = ({ engagementId, sessionId }: OfSession) => {
  const { words } = useSession();
  const { t } = words;
  const house = useHouse();
  const asked = useMeetings(engagementId);
  if (isNoneOfMine(asked.error)) return <NoneOfMine />;
  const meeting = asked.data?.sessions.find(({ id, cancelled }) => id === sessionId && !cancelled);
  const back = { to: `/2-2/engagements/${encodeURIComponent(engagementId)}`, children: t('tab.twoTwo.session.back') };
  return (
    <AskedPage title={meeting === undefined ? t('twoTwo.session.work.title') : meetingTitle(words, meeting)} back={back} asked={asked}>
      {() =>
        meeting === undefined ? (
          <p className={house.prose}>{t('tab.twoTwo.session.gone')}</p>
        ) : (
          <Content meeting={meeting} engagementId={engagementId} />
        )
      }
    </AskedPage>
  );
};
