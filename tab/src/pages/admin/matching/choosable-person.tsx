import type { Named } from '@coaching-pairs/shared/wire/parts';
import { Badge, makeStyles, mergeClasses, ToggleButton, tokens } from '@fluentui/react-components';
import { ArrowSwapRegular } from '@fluentui/react-icons/svg/arrow-swap';
import { Person } from '../../../components/person.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import type { Hands } from './hands.js';
import { chooserOf } from './use-board-keys.js';
import { placeOf } from './use-dragging.js';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
  },
  /** Somebody is dragged by their line; a finger scrolls the page there, and drags by the button. */
  place: { cursor: 'grab', userSelect: 'none' },
  handle: { touchAction: 'none' },
  held: { opacity: 0.6 },
  over: { outline: `2px solid ${tokens.colorBrandStroke1}`, outlineOffset: '2px' },
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
  readonly onChoose: (id: string, byKeyboard: boolean) => void;
  /** Where people are dragged too. */
  readonly hands?: Hands;
  /** Why they have no match, where they have none. */
  readonly why?: string;
  readonly standsBy?: boolean;
};

/** Somebody with a button that chooses them for a change by hand. */
export const ChoosablePerson = ({ person, chosen, onChoose, hands, why, standsBy = false }: ChoosablePersonProps) => {
  const { t } = useWords();
  const house = useHouse();
  const styles = useStyles();
  const dragged = hands?.dragged ?? null;
  const place = mergeClasses(
    styles.row,
    hands !== undefined && styles.place,
    why !== undefined && styles.alone,
    dragged?.id === person.id && styles.held,
    dragged?.over === person.id && styles.over,
  );
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
    <div className={place} {...placeOf(person.id)} {...(hands === undefined ? {} : { onPointerDown: hands.onHold(person.id) })}>
      <Person person={person} {...(why === undefined ? {} : { after })} />
      <ToggleButton
        size="small"
        appearance={chosen ? 'primary' : 'subtle'}
        checked={chosen}
        icon={<ArrowSwapRegular />}
        aria-label={t('tab.board.choose', { name: person.name })}
        title={t('tab.board.choose', { name: person.name })}
        className={hands === undefined ? '' : styles.handle}
        onFocus={() => hands?.onPass(person.id)}
        onBlur={() => hands?.onPass(null)}
        onClick={({ detail }) => onChoose(person.id, detail === 0)}
        {...chooserOf(person.id)}
      />
    </div>
  );
};
