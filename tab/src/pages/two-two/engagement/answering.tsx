import type { EngagementMove } from '@coaching-pairs/shared/wire/engagement';
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { useFeedback } from '../../../components/feedback.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { useChanging } from './use-engagement.js';

type Answering = {
  readonly id: string;
  /** To the enquiry itself, or to two coaches who were put forward. */
  readonly about: 'answer' | 'near';
  readonly change: EngagementMove;
};

/** The quiet no: no reason is asked, and before it stands what the others learn and may guess (TT-05). */
export const SaysNo = ({ id, about, change, lines }: Answering & { readonly lines: readonly string[] }) => {
  const { t } = useWords();
  const house = useHouse();
  const feedback = useFeedback();
  const [asking, setAsking] = useState(false);
  const { make, running, fault } = useChanging(id);
  const done = () => {
    setAsking(false);
    feedback.done(t(`tab.twoTwo.${about}.no.done`));
  };
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t(`tab.twoTwo.${about}.no`)}</Button>
      <ConfirmDialog
        open={asking}
        title={t(`tab.twoTwo.${about}.no.title`)}
        confirm={t(`tab.twoTwo.${about}.no`)}
        cancel={t('tab.twoTwo.answer.back')}
        running={running}
        onConfirm={() => make(change, done)}
        onClose={() => setAsking(false)}
      >
        <ul className={house.bullets}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        {fault !== null && <FaultBar fault={fault} />}
      </ConfirmDialog>
    </>
  );
};

/** The yes, beside the no and as near. */
export const SaysYes = ({ id, about, change }: Answering) => {
  const { t } = useWords();
  const feedback = useFeedback();
  const { make, running, fault } = useChanging(id);
  const say = () => make(change, () => feedback.done(t(`tab.twoTwo.${about}.yes.done`)));
  return (
    <>
      <Button appearance="primary" disabledFocusable={running} onClick={say}>
        {t(`tab.twoTwo.${about}.yes`)}
      </Button>
      {fault !== null && <FaultBar fault={fault} />}
    </>
  );
};
