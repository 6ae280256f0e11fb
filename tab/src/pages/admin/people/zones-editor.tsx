import type { RoundPerson } from '@coaching-pairs/shared/wire/people';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { NameFilter } from '../../../components/name-filter.js';
import { Person } from '../../../components/person.js';
import { ShowMore } from '../../../components/show-more.js';
import { useWords } from '../../../session.js';
import { phone, useHouse } from '../../../style/house.js';
import { peopleMatching } from './people-list.js';
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
    <li className={styles.row}>
      <Person person={one.person} after={<span className={house.small}>{t(`tab.zones.from.${source}`, { zone: name })}</span>} />
      <Button size="small" className={styles.button} onClick={onCorrect} aria-label={t('tab.zones.correctFor', { name: one.person.name })}>
        {t('tab.zones.correct')}
      </Button>
    </li>
  );
};

/** In which zone each person is taken to live and who says so; put right by people who know. */
export const ZonesEditor = ({ roundId, people }: { readonly roundId: string; readonly people: readonly RoundPerson[] }) => {
  const { t } = useWords();
  const house = useHouse();
  const [sought, setSought] = useState('');
  const [editing, setEditing] = useState<string | null>(null);
  const edited = people.find(({ person }) => person.id === editing);
  return (
    <>
      <p className={house.prose}>{t('tab.zones.text')}</p>
      <NameFilter label={t('tab.people.searchBoth')} value={sought} onChange={setSought} />
      <ShowMore items={peopleMatching(people, sought, 'all')} step={8} key={sought}>
        {(shown) => (
          <ul className={house.list} style={{ gap: 0 }}>
            {shown.map((one) => (
              <ZoneRow key={one.person.id} one={one} onCorrect={() => setEditing(one.person.id)} />
            ))}
          </ul>
        )}
      </ShowMore>
      {edited !== undefined && <ZoneDialog roundId={roundId} one={edited} onClose={() => setEditing(null)} />}
    </>
  );
};
