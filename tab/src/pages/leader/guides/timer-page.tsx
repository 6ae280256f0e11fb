import { type Stage, stagesOf, turnOrder } from '@coaching-pairs/shared/guidance/turns';
import { usualMinutes } from '@coaching-pairs/shared/sessions/plan';
import type { PairSpace } from '@coaching-pairs/shared/wire/pair';
import { Button, Field, makeStyles, mergeClasses, SpinButton, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { Link } from 'wouter';
import { AskedView } from '../../../components/asked-view.js';
import { Page } from '../../../components/page.js';
import { Section } from '../../../components/section.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { usePair } from '../pair/use-pair.js';
import { clockText } from './guide-words.js';
import { type Timer, useTimer } from './use-timer.js';

const useStyles = makeStyles({
  clock: {
    fontSize: 'clamp(64px, 20vw, 120px)',
    lineHeight: 1.1,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
    margin: 0,
  },
  now: { fontWeight: tokens.fontWeightSemibold },
  part: { fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600, fontWeight: tokens.fontWeightSemibold, margin: 0 },
  buttons: { justifyContent: 'center' },
  setting: { alignItems: 'flex-end', justifyContent: 'center' },
  face: { display: 'flex', flexDirection: 'column', alignItems: 'center', textAlign: 'center', gap: tokens.spacingVerticalS },
});

type Naming = (stage: Stage | undefined) => string;

/** What a part of the session is called; one's own turn is called so. */
const useNaming = (pair: PairSpace): Naming => {
  const { t } = useWords();
  return (stage) => {
    if (stage === undefined) return t('tab.timer.over');
    if (stage.kind !== 'turn') return t(`tab.timer.${stage.kind}`);
    const person = pair.members.find(({ id }) => id === stage.personId);
    return person === undefined || person === pair.members[0] ? t('tab.timer.turn.mine') : t('tab.timer.turn', { name: person.name });
  };
};

const Buttons = ({ timer, over }: { readonly timer: Timer; readonly over: boolean }) => {
  const { t } = useWords();
  const house = useHouse();
  const go = timer.begun ? t('tab.timer.goOn') : t('tab.timer.start');
  return (
    <div className={mergeClasses(house.actions, useStyles().buttons)}>
      {!over && (
        <Button appearance="primary" size="large" onClick={timer.running ? timer.pause : timer.start}>
          {timer.running ? t('tab.timer.pause') : go}
        </Button>
      )}
      {timer.begun && !over && (
        <Button size="large" onClick={timer.skip}>
          {t('tab.timer.next')}
        </Button>
      )}
      {timer.begun && !timer.running && (
        <Button size="large" onClick={timer.reset}>
          {t('tab.timer.again')}
        </Button>
      )}
    </div>
  );
};

type FaceProps = { readonly timer: Timer; readonly stages: readonly Stage[]; readonly nameOf: Naming };

/** The part it is and the time left of it; read aloud as a part begins, and once when a minute is left. */
const Face = ({ timer, stages, nameOf }: FaceProps) => {
  const { t } = useWords();
  const styles = useStyles();
  const house = useHouse();
  const { at, left } = timer.moment;
  const stage = stages[at];
  const soon = timer.begun && stage !== undefined && stage.seconds > 60 && left <= 60;
  const name = nameOf(stage);
  return (
    <div className={styles.face}>
      <p className={styles.part}>{name}</p>
      <p className={styles.clock} role="timer" aria-label={t('tab.timer.left', { time: clockText(left) })}>
        {clockText(left)}
      </p>
      <p className={house.prose}>{t(`tab.timer.${stage?.kind ?? 'over'}.text`)}</p>
      <span className={house.unseen} aria-live="assertive">
        {timer.begun ? (soon ? t('tab.timer.soon', { part: name }) : name) : ''}
      </span>
    </div>
  );
};

const Parts = ({ timer, stages, nameOf }: FaceProps) => {
  const { t } = useWords();
  const styles = useStyles();
  const house = useHouse();
  return (
    <ol className={house.list} aria-label={t('tab.timer.parts')}>
      {stages.map((stage, at) => (
        <li
          key={stage.kind === 'turn' ? stage.personId : stage.kind}
          className={mergeClasses(house.spread, at === timer.moment.at && styles.now)}
          {...(at === timer.moment.at ? { 'aria-current': 'step' as const } : {})}
        >
          <span>{nameOf(stage)}</span>
          <span>{clockText(stage.seconds)}</span>
        </li>
      ))}
    </ol>
  );
};

const Turns = ({ pair, session }: { readonly pair: PairSpace; readonly session: number }) => {
  const { t } = useWords();
  const house = useHouse();
  const styles = useStyles();
  const [swaps, setSwaps] = useState(0);
  const [minutes, setMinutes] = useState(usualMinutes(pair.members.length));
  const order = turnOrder(
    pair.members.map(({ id }) => id),
    session + swaps,
    false,
  );
  const stages = stagesOf(order, minutes);
  const timer = useTimer(stages);
  const nameOf = useNaming(pair);
  const first = pair.members.find(({ id }) => id === order[0]);
  return (
    <Section title={t('tab.timer.title')}>
      <Face timer={timer} stages={stages} nameOf={nameOf} />
      <Buttons timer={timer} over={timer.moment.at >= stages.length} />
      {!timer.begun && (
        <div className={mergeClasses(house.row, styles.setting)}>
          <span>{first === pair.members[0] ? t('tab.timer.begins.mine') : t('tab.timer.begins', { name: first?.name ?? '' })}</span>
          <Button onClick={() => setSwaps((before) => before + 1)}>{t('tab.timer.swap')}</Button>
          <Field label={t('tab.timer.minutes')}>
            <SpinButton value={minutes} min={15} max={240} step={5} onChange={(_event, { value }) => setMinutes(value ?? minutes)} />
          </Field>
        </div>
      )}
      <Parts timer={timer} stages={stages} nameOf={nameOf} />
      <p className={house.small}>
        {t('tab.timer.awake')} {t('tab.timer.kept')}
      </p>
    </Section>
  );
};

/** Shares the time of a session equally among its people, and lets another begin each time (CP-61). */
export const TimerPage = ({ roundId, session }: { readonly roundId: string; readonly session: number }) => {
  const { t } = useWords();
  const house = useHouse();
  const pair = usePair(roundId);
  const back = (
    <Link to={`/round/${encodeURIComponent(roundId)}/pair`} className={house.small}>
      {t('tab.pair.backToPair')}
    </Link>
  );
  return (
    <Page title={t('tab.pair.session', { number: session })} above={back} lead={t('tab.timer.lead')}>
      <AskedView asked={pair}>{(known) => <Turns pair={known} session={session} />}</AskedView>
    </Page>
  );
};
