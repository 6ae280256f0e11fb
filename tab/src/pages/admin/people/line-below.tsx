import type { LineBelow } from '@coaching-pairs/shared/wire/opening';
import type { Named } from '@coaching-pairs/shared/wire/parts';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { Badge, makeStyles, tokens } from '@fluentui/react-components';
import { AskedView } from '../../../components/asked-view.js';
import { keys } from '../../../data/keys.js';
import { useAsked } from '../../../data/use-asked.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';

const useStyles = makeStyles({
  level: {
    paddingLeft: tokens.spacingHorizontalM,
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
  },
  possible: { borderLeftColor: tokens.colorBrandStroke1 },
});

const Level = ({ level, people, more, excluded }: LineBelow['levels'][number] & { readonly level: number; readonly excluded: boolean }) => {
  const { t, list } = useWords();
  const house = useHouse();
  const styles = useStyles();
  const names = people.map(({ name }) => name);
  const text = more > 0 ? t('tab.list.namesAndMore', { names: names.join(', '), count: more }) : list(names);
  return (
    <li className={`${house.tight} ${styles.level} ${excluded ? '' : styles.possible}`}>
      <span className={house.row}>
        <strong>{t('tab.reach.level', { level })}</strong>
        <Badge appearance={excluded ? 'outline' : 'tint'} color={excluded ? 'informative' : 'brand'}>
          {t(excluded ? 'tab.reach.excluded' : 'tab.reach.possible')}
        </Badge>
      </span>
      <span className={house.prose}>{names.length === 0 ? t('tab.reach.emptyLevel') : text}</span>
    </li>
  );
};

type LineProps = { readonly roundId: string; readonly person: Named; readonly levels: number | 'whole' };

/** Who stands below somebody in this round, and from which level on they may be partners (CP-24a). */
export const LineOf = ({ roundId, person, levels }: LineProps) => {
  const { t } = useWords();
  const house = useHouse();
  const params = { roundId, personId: person.id };
  const asked = useAsked(routes.lineBelow, { key: keys.lineBelow(roundId, person.id), params });
  const reach = levels === 'whole' ? Number.POSITIVE_INFINITY : levels;
  return (
    <div className={house.tight}>
      <h3 className={house.subheading}>{t('tab.reach.below', { name: person.name })}</h3>
      <AskedView asked={asked}>
        {(line) =>
          line.levels.length === 0 ? (
            <p className={house.prose}>{t('tab.reach.nobodyBelow', { name: person.name })}</p>
          ) : (
            <ol className={house.list}>
              {line.levels.map((one, index) => (
                <Level key={String(index)} {...one} level={index + 1} excluded={index + 1 <= reach} />
              ))}
            </ol>
          )
        }
      </AskedView>
    </div>
  );
};
