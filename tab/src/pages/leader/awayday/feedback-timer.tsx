import { turnsAlone } from '@coaching-pairs/shared/guidance/turns';
import { Field, makeStyles, mergeClasses, Radio, RadioGroup, Switch, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { Section } from '../../../components/section.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { clockText } from '../guides/guide-words.js';
import { isSoonOver, type Naming, TimerButtons, TimerFace, TimerParts } from '../guides/timer-face.js';
import { useKeptSetting } from '../guides/use-kept-setting.js';
import { type Timer, useTimer } from '../guides/use-timer.js';
import { openSound, softSign } from './soft-tone.js';

const useStyles = makeStyles({
  face: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingVerticalM,
    borderRadius: tokens.borderRadiusXLarge,
    border: `2px solid transparent`,
    transitionProperty: 'background-color',
    transitionDuration: '2s',
  },
  /** A gentle sign in the last minute, which nobody is startled by. */
  soon: { backgroundColor: tokens.colorBrandBackground2, border: `2px solid ${tokens.colorBrandStroke1}` },
  across: {
    rotate: '180deg',
    textAlign: 'center',
    fontSize: 'clamp(64px, 20vw, 120px)',
    lineHeight: 1.1,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  settings: { display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: `0 ${tokens.spacingHorizontalL}` },
});

const turns = ['first', 'second', 'third'] as const;

const useNaming = (): Naming => {
  const { t } = useWords();
  return (stage) => {
    const turn = turns.find((one) => stage?.kind === 'turn' && stage.personId === one);
    return turn === undefined ? t('tab.timer.over') : t(`tab.feedback.${turn}`);
  };
};

/** The same timer, which gives a soft sign as a turn ends by itself; going on to the next one by hand is sign enough. */
const useSigned = (timer: Timer, heard: boolean): Timer => {
  const sound = useRef<AudioContext | null>(null);
  const at = useRef(timer.moment.at);
  const now = timer.moment.at;
  useEffect(() => {
    const ended = now > at.current;
    at.current = now;
    if (!ended || !heard) return;
    sound.current ??= openSound();
    softSign(sound.current);
  }, [now, heard]);
  return {
    ...timer,
    start: () => {
      if (heard) sound.current ??= openSound();
      timer.start();
    },
    skip: () => {
      at.current = now + 1;
      timer.skip();
    },
  };
};

type Setting = { /** 0: as is known. */ readonly people: number; readonly tone: number; readonly both: number };
type SettingsProps = { readonly setting: Setting; readonly begun: boolean; readonly onChange: (setting: Setting) => void };

const Settings = ({ setting, begun, onChange }: SettingsProps) => {
  const { t } = useWords();
  const styles = useStyles();
  const house = useHouse();
  return (
    <div className={house.tight}>
      {!begun && (
        <Field label={t('tab.feedback.people')} className={styles.settings}>
          <RadioGroup
            layout="horizontal"
            value={String(setting.people)}
            onChange={(_event, { value }) => onChange({ ...setting, people: Number(value) })}
          >
            <Radio value="2" label={t('tab.feedback.two')} />
            <Radio value="3" label={t('tab.feedback.three')} />
          </RadioGroup>
        </Field>
      )}
      <div className={styles.settings}>
        <Switch
          label={t('tab.feedback.tone')}
          checked={setting.tone === 1}
          onChange={(_event, { checked }) => onChange({ ...setting, tone: checked ? 1 : 0 })}
        />
        <Switch
          label={t('tab.feedback.both')}
          checked={setting.both === 1}
          onChange={(_event, { checked }) => onChange({ ...setting, both: checked ? 1 : 0 })}
        />
      </div>
    </div>
  );
};

type FeedbackTimerProps = {
  readonly roundId: string;
  readonly minutes: number;
  /** How many they are, as far as is known; they can say otherwise. */
  readonly people: number;
};

/** Shares the time of a feedback pair exactly: halves, or thirds among three (CP-83). It goes on when the page is loaded anew. */
export const FeedbackTimer = ({ roundId, minutes, people }: FeedbackTimerProps) => {
  const { t } = useWords();
  const house = useHouse();
  const styles = useStyles();
  const name = `feedback ${roundId}`;
  const [chosen, set] = useKeptSetting<Setting>(`${name} setting`, { people: 0, tone: 1, both: 0 });
  const setting = { ...chosen, people: chosen.people === 0 ? people : chosen.people };
  const stages = turnsAlone(turns.slice(0, setting.people), minutes);
  const timer = useSigned(useTimer(stages, name), setting.tone === 1);
  const nameOf = useNaming();
  const over = timer.moment.at >= stages.length;
  return (
    <Section title={t('tab.feedback.title')}>
      <div className={mergeClasses(styles.face, isSoonOver(timer, stages) && styles.soon)}>
        {setting.both === 1 && (
          <span aria-hidden className={styles.across}>
            {clockText(timer.moment.left)}
          </span>
        )}
        <TimerFace timer={timer} stages={stages} nameOf={nameOf} text={t(over ? 'tab.timer.over.text' : 'tab.feedback.turn')} />
      </div>
      <TimerButtons timer={timer} over={over} />
      <Settings
        setting={setting}
        begun={timer.begun}
        onChange={(next) => set({ ...next, people: next.people === people ? 0 : next.people })}
      />
      <TimerParts timer={timer} stages={stages} nameOf={nameOf} />
      <p className={house.small}>
        {t('tab.timer.awake')} {t('tab.timer.kept')}
      </p>
    </Section>
  );
};
