import type { Named } from '@coaching-pairs/shared/wire/parts';
import { Badge, makeStyles, mergeClasses, ToggleButton, tokens } from '@fluentui/react-components';
import { ArrowSwapRegular } from '@fluentui/react-icons/svg/arrow-swap';
import { Person } from '../../../components/person.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
  },
  alone: {
    padding: tokens.spacingHorizontalM,
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
    height: '100%',
    boxSizing: 'border-box',
  },
});

type ChoosablePersonProps = {
  readonly person: Named;
  readonly chosen: boolean;
  readonly onChoose: (id: string) => void;
  /** Why they have no match, where they have none. */
  readonly why?: string;
  readonly standsBy?: boolean;
};

/** Somebody with a button that chooses them for a change by hand. */
export const ChoosablePerson = ({ person, chosen, onChoose, why, standsBy = false }: ChoosablePersonProps) => {
  const { t } = useWords();
  const house = useHouse();
  const styles = useStyles();
  const after = (
    <>
      {standsBy && (
        <div>
          <Badge appearance="tint">{t('tab.board.standsBy')}</Badge>
        </div>
      )}
      <span className={house.small}>{why}</span>
    </>
  );
  return (
    <div className={mergeClasses(styles.row, why !== undefined && styles.alone)}>
      <Person person={person} {...(why === undefined ? {} : { after })} />
      <ToggleButton
        size="small"
        appearance={chosen ? 'primary' : 'subtle'}
        checked={chosen}
        icon={<ArrowSwapRegular />}
        aria-label={t('tab.board.choose', { name: person.name })}
        title={t('tab.board.choose', { name: person.name })}
        onClick={() => onChoose(person.id)}
      />
    </div>
  );
};
