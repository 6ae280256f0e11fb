import { instant } from '@coaching-pairs/shared/ids';
import type { Named } from '@coaching-pairs/shared/wire/parts';
import type { RoundOverview } from '@coaching-pairs/shared/wire/rounds';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { Field, Radio, RadioGroup, SpinButton } from '@fluentui/react-components';
import { useState } from 'react';
import { DoButton } from '../../../components/do-button.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { useFeedback } from '../../../components/feedback.js';
import { keys } from '../../../data/keys.js';
import { useChange } from '../../../data/use-change.js';
import { useSession, useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { LineOf } from './line-below.js';
import { PersonSearch } from './person-search.js';

const Decisions = ({ round }: { readonly round: RoundOverview }) => {
  const { words, zone } = useSession();
  const { t } = words;
  const house = useHouse();
  const levels = (reach: number | 'whole'): string => (reach === 'whole' ? t('tab.reach.whole') : t('tab.reach.levels', { count: reach }));
  const decided = round.reach.some((one) => one.person.id === round.leader.id);
  return (
    <ul className={house.bullets}>
      {!decided && <li>{t('tab.reach.leaderDefault', { name: round.leader.name })}</li>}
      {round.reach.map((one) => (
        <li key={one.person.id}>
          {t('tab.reach.decision', { name: one.person.name, levels: levels(one.levels) })}{' '}
          <span className={house.small}>{t('tab.reach.by', { name: one.by.name, date: words.dateAt(instant(one.at), zone) })}</span>
        </li>
      ))}
    </ul>
  );
};

const Levels = ({ levels, onChange }: { readonly levels: number | 'whole'; readonly onChange: (levels: number | 'whole') => void }) => {
  const { t } = useWords();
  return (
    <>
      <RadioGroup
        aria-label={t('tab.reach.howFar')}
        value={levels === 'whole' ? 'whole' : 'some'}
        onChange={(_event, { value }) => onChange(value === 'whole' ? 'whole' : 1)}
      >
        <Radio value="whole" label={t('tab.reach.whole')} />
        <Radio value="some" label={t('tab.reach.some')} />
      </RadioGroup>
      {levels !== 'whole' && (
        <Field label={t('tab.reach.count')} style={{ maxWidth: 200 }}>
          <SpinButton
            min={1}
            max={50}
            incrementButton={{ 'aria-label': t('tab.reach.more') }}
            decrementButton={{ 'aria-label': t('tab.reach.fewer') }}
            value={levels}
            onChange={(_event, data) => {
              const written = data.value ?? Number.parseInt(data.displayValue ?? '', 10);
              if (Number.isInteger(written) && written >= 1 && written <= 50) onChange(written);
            }}
          />
        </Field>
      )}
    </>
  );
};

/** How far the line below somebody is excluded now: as was decided, else direct reports for the round leader and all for others. */
const reachOf = ({ reach, leader }: RoundOverview, personId: string): number | 'whole' =>
  reach.find(({ person }) => person.id === personId)?.levels ?? (personId === leader.id ? 1 : 'whole');

/** How far below somebody their line is excluded; a recorded decision of the people partner (CP-24a). */
export const ReachEditor = ({ round }: { readonly round: RoundOverview }) => {
  const { t } = useWords();
  const house = useHouse();
  const feedback = useFeedback();
  const [person, setPerson] = useState<Named | null>(round.leader);
  const [levels, setLevels] = useState<number | 'whole'>(() => reachOf(round, round.leader.id));
  const decide = useChange(routes.decideReach, { answers: keys.overview(round.id), outdates: [keys.board(round.id)] });
  const choose = (one: Named): void => {
    setPerson(one);
    setLevels(reachOf(round, one.id));
  };
  const save = (): void => {
    if (person === null) return;
    const onSuccess = (): void => feedback.done(t('tab.reach.saved', { name: person.name }));
    decide.mutate({ params: { roundId: round.id }, body: { decisions: [{ personId: person.id, levels }] } }, { onSuccess });
  };
  return (
    <>
      <p className={house.prose}>{t('tab.reach.text')}</p>
      <Decisions round={round} />
      {!round.viewerIsPeoplePartner && <LineOf roundId={round.id} person={round.leader} levels={reachOf(round, round.leader.id)} />}
      {round.viewerIsPeoplePartner ? (
        <>
          <PersonSearch label={t('tab.reach.person')} reads={t('tab.reads.administrators')} chosen={person} onChoose={choose} />
          <Levels levels={levels} onChange={setLevels} />
          {person !== null && <LineOf key={person.id} roundId={round.id} person={person} levels={levels} />}
          {decide.error !== null && <FaultBar fault={decide.error} />}
          <div className={house.actions}>
            <DoButton
              appearance="secondary"
              running={decide.isPending}
              whyNot={person === null ? t('tab.reach.why.nobody') : null}
              onClick={save}
            >
              {t('tab.reach.save')}
            </DoButton>
          </div>
        </>
      ) : (
        <p className={house.small}>{t('tab.reach.onlyPartner')}</p>
      )}
    </>
  );
};
