import type { RoundOverview } from '@coaching-pairs/shared/wire/rounds';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { Field, Select } from '@fluentui/react-components';
import { useFeedback } from '../../../components/feedback.js';
import { WhoReads } from '../../../components/who-reads.js';
import { useRounds } from '../../../data/admin.js';
import { useSession } from '../../../session.js';
import { useHouse } from '../../../style/house.js';

type TemplateFieldProps = {
  /** Empty for the usual settings. */
  readonly chosen: string;
  readonly onChoose: (round: RoundOverview | null) => void;
};

/** Begins with the settings of an earlier round that the viewer administers; nothing where there is none. */
export const TemplateField = ({ chosen, onChoose }: TemplateFieldProps) => {
  const { words, call } = useSession();
  const { t } = words;
  const house = useHouse();
  const feedback = useFeedback();
  const rounds = useRounds().data ?? [];
  if (rounds.length === 0) return null;
  const choose = (roundId: string): void => {
    if (roundId === '') onChoose(null);
    else call<RoundOverview>(routes.overview, { params: { roundId } }).then(onChoose, feedback.failed);
  };
  const hint = (
    <span className={house.tight}>
      <span>{t('tab.opening.templateText')}</span>
      <WhoReads text={t('tab.opening.reads')} />
    </span>
  );
  return (
    <Field label={t('tab.opening.template')} className={house.field} hint={hint}>
      <Select value={chosen} select={{ className: house.select }} onChange={(_event, { value }) => choose(value)}>
        <option value="">{t('tab.opening.noTemplate')}</option>
        {rounds.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
};
