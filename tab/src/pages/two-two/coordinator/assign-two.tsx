import { routes } from '@coaching-pairs/shared/wire/routes';
import type { CoachSuggestion } from '@coaching-pairs/shared/wire/two-two';
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { FaultBar } from '../../../components/fault-bar.js';
import { useFeedback } from '../../../components/feedback.js';
import { useChange } from '../../../data/use-change.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { engagementKeys } from '../engagement/use-engagement.js';
import { HoldsList } from './found-two.js';

type Holds = NonNullable<CoachSuggestion['two']>['holds'];

/** The same two coaches, each with the other client. */
const turned = (holds: Holds): Holds => holds.map((held, at) => ({ ...held, client: holds[1 - at]?.client ?? held.client }));

type AssignProps = { readonly engagementId: string; readonly holds: Holds };

/** Gives the two who were found to the two clients, as suggested or the other way round (TT-01, TT-02). */
export const AssignTwo = ({ engagementId, holds }: AssignProps) => {
  const { t } = useWords();
  const house = useHouse();
  const feedback = useFeedback();
  const [isTurned, setTurned] = useState(false);
  const chosen = isTurned ? turned(holds) : holds;
  const onDone = () => feedback.done(t('tab.twoTwo.assign.done'));
  const assigning = useChange(routes.coordinateEngagement, {
    answers: engagementKeys.coordinating,
    outdates: [engagementKeys.all],
    onDone,
  });
  const holdings = chosen.map(({ coach, client }) => ({ coachId: coach.id, clientId: client.id }));
  const assign = () => assigning.mutate({ params: { engagementId }, body: { change: { kind: 'assign', holdings } } });
  return (
    <div className={house.stack}>
      <div aria-live="polite">
        <HoldsList holds={chosen} />
      </div>
      <p className={house.prose}>{t('tab.twoTwo.assign.text')}</p>
      {assigning.error !== null && <FaultBar fault={assigning.error} />}
      <div className={house.actions}>
        <Button appearance="primary" disabledFocusable={assigning.isPending} onClick={assign}>
          {t('tab.twoTwo.assign')}
        </Button>
        <Button onClick={() => setTurned(!isTurned)}>{t('tab.twoTwo.assign.turn')}</Button>
      </div>
    </div>
  );
};
