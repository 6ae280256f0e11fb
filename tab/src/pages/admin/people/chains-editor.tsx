import type { RoundPerson } from '@coaching-pairs/shared/wire/people';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { Button, Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { AskedView } from '../../../components/asked-view.js';
import { DoButton } from '../../../components/do-button.js';
import { useFeedback } from '../../../components/feedback.js';
import { Person } from '../../../components/person.js';
import { VirtualList } from '../../../components/virtual-list.js';
import { keys } from '../../../data/keys.js';
import { type KnownPeople, useRoundPeople } from '../../../data/round-people.js';
import { useChange } from '../../../data/use-change.js';
import { useWords } from '../../../session.js';
import { phone, useHouse } from '../../../style/house.js';
import { ManagerDialog } from './manager-dialog.js';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr) auto',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    [phone]: { gridTemplateColumns: 'auto minmax(0, 1fr)' },
  },
  button: { [phone]: { gridColumn: '2', justifySelf: 'start' } },
});

type RowProps = {
  readonly one: RoundPerson;
  readonly ticked: boolean;
  readonly onTick: (ticked: boolean) => void;
  readonly onManager: () => void;
};

const ChainRow = ({ one, ticked, onTick, onManager }: RowProps) => {
  const { t } = useWords();
  const house = useHouse();
  const styles = useStyles();
  const why = one.chain.kind === 'unconfirmed' ? one.chain.text : '';
  return (
    <div className={styles.row}>
      <Checkbox
        aria-label={t('tab.chains.tick', { name: one.person.name })}
        checked={ticked}
        onChange={(_event, data) => onTick(data.checked === true)}
      />
      <Person person={one.person} after={<span className={house.small}>{why}</span>} />
      <Button size="small" className={styles.button} onClick={onManager} aria-label={t('tab.chains.managerFor', { name: one.person.name })}>
        {t('tab.chains.manager')}
      </Button>
    </div>
  );
};

const useTops = (roundId: string, done: () => void) => {
  const { t } = useWords();
  const feedback = useFeedback();
  const confirm = useChange(routes.confirmTops, {
    outdates: [keys.people(roundId), keys.overview(roundId), keys.board(roundId)],
  });
  const give = (personIds: readonly string[]): void =>
    confirm.mutate(
      { params: { roundId }, body: { personIds: [...personIds] } },
      {
        onSuccess: () => {
          feedback.done(t('tab.chains.confirmed', { count: personIds.length }));
          done();
        },
        onError: feedback.failed,
      },
    );
  return { give, running: confirm.isPending };
};

type ChainsProps = { readonly roundId: string; readonly known: KnownPeople; readonly more: (() => void) | null };

const Chains = ({ roundId, known: { people: open, total }, more }: ChainsProps) => {
  const { t } = useWords();
  const house = useHouse();
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [editing, setEditing] = useState<RoundPerson | null>(null);
  const tops = useTops(roundId, () => setTicked([]));
  if (total === 0) return <p className={house.prose}>{t('tab.chains.none')}</p>;
  const chosen = ticked.filter((id) => open.some((one) => one.person.id === id));
  const tick = (id: string, on: boolean): void => setTicked(on ? [...chosen, id] : chosen.filter((one) => one !== id));
  return (
    <>
      <p className={house.prose}>{t('tab.chains.text', { count: total })}</p>
      <VirtualList label={t('tab.chains.title')} items={open} total={total} keyOf={({ person }) => person.id} more={more}>
        {(one) => (
          <ChainRow
            one={one}
            ticked={chosen.includes(one.person.id)}
            onTick={(on) => tick(one.person.id, on)}
            onManager={() => setEditing(one)}
          />
        )}
      </VirtualList>
      <div className={house.actions}>
        <DoButton
          appearance="secondary"
          running={tops.running}
          whyNot={chosen.length === 0 ? t('tab.chains.why.nobody') : null}
          onClick={() => tops.give(chosen)}
        >
          {t('tab.chains.confirm', { count: chosen.length })}
        </DoButton>
        <Button appearance="subtle" onClick={() => setTicked(chosen.length === open.length ? [] : open.map((one) => one.person.id))}>
          {chosen.length === open.length ? t('tab.chains.untickAll') : t('tab.chains.tickAll')}
        </Button>
      </div>
      {editing !== null && <ManagerDialog roundId={roundId} one={editing} onClose={() => setEditing(null)} />}
    </>
  );
};

/** Everybody whose line of management is not certain; put right one by one, or confirmed as a list (CP-24b). */
export const ChainsEditor = ({ roundId }: { readonly roundId: string }) => {
  const people = useRoundPeople(roundId, { chain: 'unconfirmed' });
  return <AskedView asked={people}>{(known) => <Chains roundId={roundId} known={known} more={people.more} />}</AskedView>;
};
