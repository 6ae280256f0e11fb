import { stagesOf, turnOrder } from '@coaching-pairs/shared/guidance/turns';
import { usualMinutes } from '@coaching-pairs/shared/sessions/plan';
import type { PairSpace } from '@coaching-pairs/shared/wire/pair';
import { Button, Field, makeStyles, mergeClasses, SpinButton } from '@fluentui/react-components';
import { AskedPage } from '../../../components/asked-page.js';
import { Section } from '../../../components/section.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { usePair } from '../pair/use-pair.js';
import { type Naming, TimerButtons, TimerFace, TimerParts } from './timer-face.js';
import { useKeptSetting } from './use-kept-setting.js';
import { useTimer } from './use-timer.js';

const useStyles = makeStyles({ setting: { alignItems: 'flex-end', justifyContent: 'center' } });

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

type TurnsProps = { readonly roundId: string; readonly pair: PairSpace; readonly session: number };

const Turns = ({ roundId, pair, session }: TurnsProps) => {
  const { t } = useWords();
  const house = useHouse();
  const styles = useStyles();
  const name = `timer ${roundId} ${session}`;
  const [setting, set] = useKeptSetting(`${name} setting`, { swaps: 0, minutes: usualMinutes(pair.members.length) });
  const order = turnOrder(
    pair.members.map(({ id }) => id),
    session + setting.swaps,
    false,
  );
  const stages = stagesOf(order, setting.minutes);
  const timer = useTimer(stages, name);
  const nameOf = useNaming(pair);
  const first = pair.members.find(({ id }) => id === order[0]);
  return (
    <Section title={t('tab.timer.title')}>
      <TimerFace timer={timer} stages={stages} nameOf={nameOf} text={t(`tab.timer.${stages[timer.moment.at]?.kind ?? 'over'}.text`)} />
      <TimerButtons timer={timer} over={timer.moment.at >= stages.length} />
      {!timer.begun && (
        <div className={mergeClasses(house.row, styles.setting)}>
          <span>{first === pair.members[0] ? t('tab.timer.begins.mine') : t('tab.timer.begins', { name: first?.name ?? '' })}</span>
          <Button onClick={() => set({ ...setting, swaps: setting.swaps + 1 })}>{t('tab.timer.swap')}</Button>
          <Field label={t('tab.timer.minutes')}>
            <SpinButton
              value={setting.minutes}
              min={15}
              max={240}
              step={5}
              onChange={(_event, { value }) => set({ ...setting, minutes: value ?? setting.minutes })}
            />
          </Field>
        </div>
      )}
      <TimerParts timer={timer} stages={stages} nameOf={nameOf} />
      <p className={house.small}>
        {t('tab.timer.awake')} {t('tab.timer.kept')}
      </p>
    </Section>
  );
};

/** Shares the time of a session equally among its people, and lets another begin each time (CP-61). */
export const TimerPage = ({ roundId, session }: { readonly roundId: string; readonly session: number }) => {
  const { t } = useWords();
  const back = { to: `/round/${encodeURIComponent(roundId)}/pair`, children: t('tab.pair.backToPair') };
  return (
    <AskedPage title={t('tab.pair.session', { number: session })} back={back} lead={t('tab.timer.lead')} asked={usePair(roundId)}>
      {(pair) => <Turns roundId={roundId} pair={pair} session={session} />}
    </AskedPage>
  );
};
