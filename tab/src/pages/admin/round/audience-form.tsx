import type { RoundOverview } from '@coaching-pairs/shared/wire/rounds';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { DoButton } from '../../../components/do-button.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { keys } from '../../../data/keys.js';
import { isRunning } from '../../../data/running.js';
import { useChange } from '../../../data/use-change.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { AudiencePicker, audienceOf, missingIn, noAudience } from './audience-picker.js';

/** Chooses the population and begins to read it from the directory. */
export const AudienceForm = ({ round, onDone }: { readonly round: RoundOverview; readonly onDone: () => void }) => {
  const { t } = useWords();
  const house = useHouse();
  const [draft, setDraft] = useState(noAudience);
  const choose = useChange(routes.chooseAudience, { outdates: [keys.overview(round.id)] });
  const audience = audienceOf(draft);
  const busy = round.works.some(isRunning) ? t('tab.why.working') : null;
  return (
    <>
      <AudiencePicker draft={draft} change={(part) => setDraft((before) => ({ ...before, ...part }))} />
      {choose.error !== null && <FaultBar fault={choose.error} />}
      <div className={house.actions}>
        <DoButton
          running={choose.isPending}
          whyNot={audience === null ? t(`tab.audience.why.${missingIn(draft)}`) : busy}
          onClick={() => audience !== null && choose.mutate({ params: { roundId: round.id }, body: { audience } }, { onSuccess: onDone })}
        >
          {t('tab.audience.choose')}
        </DoButton>
        {round.audience !== null && <Button onClick={onDone}>{t('tab.action.cancel')}</Button>}
      </div>
    </>
  );
};
