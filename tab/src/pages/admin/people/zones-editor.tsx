import type { RoundPerson } from '@coaching-pairs/shared/wire/people';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { AskedView } from '../../../components/asked-view.js';
import { NameFilter } from '../../../components/name-filter.js';
import { Person } from '../../../components/person.js';
import { VirtualList } from '../../../components/virtual-list.js';
import { useRoundPeople } from '../../../data/round-people.js';
import { useWords } from '../../../session.js';
import { phone, useHouse } from '../../../style/house.js';
import { ZoneDialog } from './zone-dialog.js';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    [phone]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  button: { [phone]: { justifySelf: 'start' } },
});

const ZoneRow = ({ one, onCorrect }: { readonly one: RoundPerson; readonly onCorrect: () => void }) => {
  const { t } = useWords();
  const house = useHouse();
  const styles = useStyles();
  const { name, source } = one.zone;
  return (
    <div className={styles.row}>
      <Person person={one.person} after={<span className={house.small}>{t(`tab.zones.from.${source}`, { zone: name })}</span>} />
      <Button size="small" className={styles.button} onClick={onCorrect} aria-label={t('tab.zones.correctFor', { name: one.person.name })}>
        {t('tab.zones.correct')}
      </Button>
    </div>
  );
};

/** In which zone each person is taken to live and who says so; put right by people who know. */
export const ZonesEditor = ({ roundId }: { readonly roundId: string }) => {
  const { t } = useWords();
  const house = useHouse();
  const [text, setText] = useState('');
  const [editing, setEditing] = useState<RoundPerson | null>(null);
  const people = useRoundPeople(roundId, { text });
  return (
    <>
      <p className={house.prose}>{t('tab.zones.text')}</p>
      <NameFilter label={t('tab.people.searchBoth')} value={text} onChange={setText} />
      <AskedView asked={people}>
        {(known) => (
          <VirtualList
            key={text}
            label={t('tab.zones.title')}
            items={known.people}
            total={known.total}
            keyOf={({ person }) => person.id}
            more={people.more}
          >
            {(one) => <ZoneRow one={one} onCorrect={() => setEditing(one)} />}
          </VirtualList>
        )}
      </AskedView>
      {editing !== null && <ZoneDialog roundId={roundId} one={editing} onClose={() => setEditing(null)} />}
    </>
  );
};
