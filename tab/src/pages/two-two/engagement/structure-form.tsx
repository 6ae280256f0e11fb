import { frameLimits } from '@coaching-pairs/shared/engagement/frame';
import { Button, Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { DoButton } from '../../../components/do-button.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { useFeedback } from '../../../components/feedback.js';
import { WhoReads } from '../../../components/who-reads.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { type OfEngagement, useChanging } from './use-engagement.js';

const fields = ['sessions', 'minutes', 'everyWeeks'] as const;
type FieldName = (typeof fields)[number];
type Draft = Readonly<Record<FieldName, string>>;

/** What was typed, as a whole number within its bounds; null where it is none. */
const numberOf = (name: FieldName, typed: string): number | null => {
  const { least, most } = frameLimits[name];
  const value = Number(typed);
  return /^\d+$/u.test(typed.trim()) && value >= least && value <= most ? value : null;
};

/** Sends what a coach recommends, in place of the version that is shown. */
const useRecommending = ({ id, frame }: OfEngagement['engagement'], onDone: () => void) => {
  const { t } = useWords();
  const feedback = useFeedback();
  const { make, running, fault } = useChanging(id);
  const done = () => {
    feedback.done(t('tab.twoTwo.structure.done'));
    onDone();
  };
  const send = (draft: Draft): void => {
    const [sessions, minutes, everyWeeks] = fields.map((name) => numberOf(name, draft[name]));
    if (sessions == null || minutes == null || everyWeeks == null) return;
    make({ kind: 'recommend', base: frame?.version ?? 0, sessions, minutes, everyWeeks }, done);
  };
  return { send, running, fault };
};

type FormProps = OfEngagement & { readonly onDone: () => void };

/** A coach recommends how many sessions, how long and how often. Nothing stands in the fields beforehand (TT-10). */
export const StructureForm = ({ engagement, onDone }: FormProps) => {
  const { t } = useWords();
  const house = useHouse();
  const { frame } = engagement;
  const [draft, setDraft] = useState<Draft>({
    ...{ sessions: `${frame?.sessions ?? ''}`, minutes: `${frame?.minutes ?? ''}`, everyWeeks: `${frame?.everyWeeks ?? ''}` },
  });
  const { send, running, fault } = useRecommending(engagement, onDone);
  const isWhole = fields.every((name) => numberOf(name, draft[name]) !== null);
  return (
    <div className={house.stack}>
      <div className={house.grid}>
        {fields.map((name) => (
          <Field
            key={name}
            required
            label={t(`tab.twoTwo.structure.${name}`)}
            hint={t('tab.twoTwo.structure.between', frameLimits[name])}
            {...(draft[name] !== '' && numberOf(name, draft[name]) === null
              ? { validationMessage: t('tab.twoTwo.structure.outside', frameLimits[name]) }
              : {})}
          >
            <Input inputMode="numeric" value={draft[name]} onChange={(_event, { value }) => setDraft({ ...draft, [name]: value })} />
          </Field>
        ))}
      </div>
      <WhoReads text={t('tab.twoTwo.reads.structure')} />
      {fault !== null && <FaultBar fault={fault} />}
      <div className={house.actions}>
        <DoButton whyNot={isWhole ? null : t('tab.twoTwo.structure.why')} running={running} onClick={() => send(draft)}>
          {t('tab.twoTwo.structure.recommend')}
        </DoButton>
        {frame !== null && <Button onClick={onDone}>{t('tab.action.cancel')}</Button>}
      </div>
    </div>
  );
};
