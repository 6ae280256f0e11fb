import { beginOf, type Stage, type Timed } from '@coaching-pairs/shared/guidance/turns';
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { clockText } from './guide-words.js';
import type { Timer } from './use-timer.js';

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
  face: { display: 'flex', flexDirection: 'column', alignItems: 'center', textAlign: 'center', gap: tokens.spacingVerticalS },
});

/** What a part is called; nothing once all are over. */
export type Naming<S extends Timed = Stage> = (stage: S | undefined) => string;
type FaceProps<S extends Timed> = { readonly timer: Timer; readonly stages: readonly S[]; readonly nameOf: Naming<S> };

/** Whether a part that is longer than a minute has less than one left. */
export const isSoonOver = ({ begun, moment }: Timer, stages: readonly Timed[]): boolean => {
  const stage = stages[moment.at];
  return begun && stage !== undefined && stage.seconds > 60 && moment.left <= 60;
};

/** The part it is and the time left of it; read aloud as a part begins, and once when a minute is left. `text` says what to do in it. */
export const TimerFace = <S extends Timed>({ timer, stages, nameOf, text }: FaceProps<S> & { readonly text: string }) => {
  const { t } = useWords();
  const styles = useStyles();
  const house = useHouse();
  const { at, left } = timer.moment;
  const name = nameOf(stages[at]);
  return (
    <div className={styles.face}>
      <p className={styles.part}>{name}</p>
      <p className={styles.clock} role="timer" aria-label={t('tab.timer.left', { time: clockText(left) })}>
        {clockText(left)}
      </p>
      <p className={house.prose}>{text}</p>
      <span className={house.unseen} aria-live="assertive">
        {timer.begun ? (isSoonOver(timer, stages) ? t('tab.timer.soon', { part: name }) : name) : ''}
      </span>
    </div>
  );
};

/** Starting, stopping, going on. */
export const TimerButtons = ({ timer, over }: { readonly timer: Timer; readonly over: boolean }) => {
  const { t } = useWords();
  const house = useHouse();
  const styles = useStyles();
  const go = timer.begun ? t('tab.timer.goOn') : t('tab.timer.start');
  return (
    <div className={mergeClasses(house.actions, styles.buttons)}>
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

/** All parts in their order, each with its length. */
export const TimerParts = <S extends Timed>({ timer, stages, nameOf }: FaceProps<S>) => {
  const { t } = useWords();
  const styles = useStyles();
  const house = useHouse();
  return (
    <ol className={house.list} aria-label={t('tab.timer.parts')}>
      {stages.map((stage, at) => (
        <li
          key={beginOf(stages, at)}
          className={mergeClasses(house.beside, at === timer.moment.at && styles.now)}
          {...(at === timer.moment.at ? { 'aria-current': 'step' as const } : {})}
        >
          <span>{nameOf(stage)}</span>
          <span>{clockText(stage.seconds)}</span>
        </li>
      ))}
    </ol>
  );
};
