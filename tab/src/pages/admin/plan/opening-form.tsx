import { plainDate } from '@coaching-pairs/shared/ids';
import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { FaultBar } from '../../../components/fault-bar.js';
import { useToday } from '../../../data/me.js';
import { useSession, useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { FourQuestions } from './four-questions.js';
import {
  countOf,
  isWithinRest,
  keepOpening,
  keptOpening,
  meant,
  type OpeningDraft,
  openingFaults,
  withAudience,
  withTemplate,
} from './opening-draft.js';
import type { PlanPart } from './plan-draft.js';
import { RestOfPlan } from './rest-of-plan.js';

const Restored = ({ onAnew }: { readonly onAnew: () => void }) => {
  const { t } = useWords();
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>{t('tab.opening.restored')}</MessageBarBody>
      <MessageBarActions>
        <Button onClick={onAnew}>{t('tab.opening.anew')}</Button>
      </MessageBarActions>
    </MessageBar>
  );
};

/** The draft, with what was entered before this page was left; every change is kept until the round is open. */
const useDraft = (start: OpeningDraft, follows: string | null) => {
  const { userId } = useSession();
  const [kept] = useState(() => keptOpening(userId, follows, start));
  const [draft, setDraft] = useState(kept ?? start);
  const [isRestored, setRestored] = useState(kept !== null);
  useEffect(() => {
    if (draft !== start) keepOpening(userId, follows, draft);
  }, [draft, start, userId, follows]);
  const anew = (): void => {
    keepOpening(userId, follows, null);
    setDraft(start);
    setRestored(false);
  };
  return { draft, setDraft, isRestored, anew };
};

type OpeningFormProps = {
  readonly start: OpeningDraft;
  /** The round it follows; null for one of its own. */
  readonly follows: string | null;
  /** For whom that round was, in words. */
  readonly taken: string | null;
  readonly running: boolean;
  readonly fault: unknown;
  /** The draft as it is meant, with nothing missing. */
  readonly onSubmit: (draft: OpeningDraft) => void;
  readonly onCancel: () => void;
};

/** Opens a round by four questions; everything else has a usual answer and can be opened. */
export const OpeningForm = ({ start, follows, taken, running, fault, onSubmit, onCancel }: OpeningFormProps) => {
  const { t, date } = useWords();
  const house = useHouse();
  const { draft, setDraft, isRestored, anew } = useDraft(start, follows);
  const [tried, setTried] = useState(false);
  const { startsOn } = draft.plan;
  const usualName = /^\d{4}-\d{2}-\d{2}$/u.test(startsOn) ? t('tab.opening.usualName', { date: date(plainDate(startsOn)) }) : '';
  const whole = meant(draft, usualName);
  const faults = openingFaults(whole, useToday() ?? '');
  const missing = countOf(faults);
  const part: PlanPart = {
    plan: draft.plan,
    faults: tried ? faults.plan : {},
    change: (some) => setDraft((before) => ({ ...before, plan: { ...before.plan, ...some } })),
  };
  return (
    <form
      className={house.stack}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (missing === 0) onSubmit(whole);
      }}
    >
      {isRestored && <Restored onAnew={anew} />}
      <FourQuestions
        {...part}
        audience={whole.audience}
        taken={taken}
        onAudience={(some) => setDraft((before) => withAudience(before, some))}
        fault={tried && faults.audience !== null ? t(`tab.audience.why.${faults.audience}`) : null}
      />
      <RestOfPlan
        {...part}
        usualName={usualName}
        opens={tried && isWithinRest(faults.plan)}
        withTemplate={follows === null}
        template={draft.template}
        onTemplate={(round) => setDraft((before) => (round === null ? { ...before, template: '' } : withTemplate(before, round)))}
      />
      {fault !== null && <FaultBar fault={fault} />}
      <div className={house.actions}>
        <Button type="submit" appearance="primary" size="large" disabled={running}>
          {t('tab.plan.open')}
        </Button>
        <Button size="large" onClick={onCancel} disabled={running}>
          {t('tab.action.cancel')}
        </Button>
      </div>
      <div role="status">{tried && missing > 0 && t('tab.plan.incomplete', { count: missing })}</div>
    </form>
  );
};
