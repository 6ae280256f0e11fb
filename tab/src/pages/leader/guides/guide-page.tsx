import { elements } from '@coaching-pairs/shared/guidance/elements';
import { guideNamed, type SessionGuide } from '@coaching-pairs/shared/guidance/session-guides';
import { stagesOf } from '@coaching-pairs/shared/guidance/turns';
import { usualMinutes } from '@coaching-pairs/shared/sessions/plan';
import { Button } from '@fluentui/react-components';
import { Redirect, useLocation } from 'wouter';
import { BackLink } from '../../../components/asked-page.js';
import { Page } from '../../../components/page.js';
import { Section } from '../../../components/section.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { useHouseNotes, usePair } from '../pair/use-pair.js';
import { lengthText, meetingText } from './guide-words.js';
import { HouseNote } from './house-note.js';

/** How an hour goes: arriving, equal turns, closing (CP-61). */
export const Frame = ({ members }: { readonly members: number }) => {
  const words = useWords();
  const { t } = words;
  const house = useHouse();
  const stages = stagesOf(Array.from({ length: members }, String), usualMinutes(members));
  const seconds = (kind: 'arrive' | 'turn' | 'close'): number => stages.find((stage) => stage.kind === kind)?.seconds ?? 0;
  return (
    <Section title={t('guide.frame')}>
      <ol className={house.bullets}>
        <li>{t('guide.frame.arrive', { minutes: Math.round(seconds('arrive') / 60) })}</li>
        <li>{t('guide.frame.turn', { time: lengthText(words, seconds('turn')) })}</li>
        <li>{t('guide.frame.close', { minutes: Math.round(seconds('close') / 60) })}</li>
      </ol>
      <p className={`${house.prose} ${house.quiet}`}>{t('guide.frame.path')}</p>
    </Section>
  );
};

/** All six elements in their order, with the one in the foreground told apart (CP-50). */
export const ElementNames = ({ guide }: { readonly guide: SessionGuide }) => {
  const { t } = useWords();
  const house = useHouse();
  return (
    <Section title={t('guide.elements')}>
      <ol className={house.bullets}>
        {elements.map(({ name, title, prompt }) =>
          guide.focus.includes(name) ? (
            <li key={name}>
              <strong>{t(title)}</strong>
              <p className={house.prose}>{t(prompt)}</p>
            </li>
          ) : (
            <li key={name}>{t(title)}</li>
          ),
        )}
      </ol>
    </Section>
  );
};

type GuideProps = { readonly roundId: string; readonly guide: SessionGuide };

const Steps = ({ roundId, guide }: GuideProps) => {
  const { t } = useWords();
  const house = useHouse();
  const [, go] = useLocation();
  const { data } = useHouseNotes(roundId);
  const place = `/round/${encodeURIComponent(roundId)}`;
  return (
    <Section title={t('guide.steps')} accent>
      {guide.meeting === 1 && <p className={house.prose}>{t('guidance.hierarchyFree.text')}</p>}
      <ol className={house.bullets}>
        {guide.steps.map((step) => (
          <li key={step}>{t(step)}</li>
        ))}
      </ol>
      <HouseNote notes={data?.notes} about={guide.name} />
      <div className={house.actions}>
        {guide.meeting !== 0 && (
          <Button appearance="primary" onClick={() => go(`${place}/timer/${guide.meeting ?? 7}`)}>
            {t('tab.timer.title')}
          </Button>
        )}
        {(guide.meeting === 1 || guide.meeting === 3) && (
          <Button onClick={() => go(`${place}/pair/agreement`)}>{t('tab.agreement.title')}</Button>
        )}
      </div>
    </Section>
  );
};

const Guide = ({ roundId, guide }: GuideProps) => {
  const words = useWords();
  const { data } = usePair(roundId);
  const back = <BackLink to={`/round/${encodeURIComponent(roundId)}/guides`}>{words.t('guide.all')}</BackLink>;
  return (
    <Page title={words.t(guide.title)} above={back} lead={meetingText(words, guide)}>
      <Steps roundId={roundId} guide={guide} />
      {guide.meeting !== 0 && <Frame members={data?.members.length ?? 2} />}
      <ElementNames guide={guide} />
    </Page>
  );
};

/** The guide for one meeting. */
export const GuidePage = ({ roundId, name }: { readonly roundId: string; readonly name: string }) => {
  const guide = guideNamed(name);
  return guide === null ? (
    <Redirect to={`/round/${encodeURIComponent(roundId)}/guides`} replace />
  ) : (
    <Guide roundId={roundId} guide={guide} />
  );
};
