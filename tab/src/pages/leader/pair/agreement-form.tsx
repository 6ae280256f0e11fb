import type { PairSpace } from '@coaching-pairs/shared/wire/pair';
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { FaultBar } from '../../../components/fault-bar.js';
import { useFeedback } from '../../../components/feedback.js';
import { Section } from '../../../components/section.js';
import { Refusal } from '../../../refusal.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { type Draft, mergedWith, nothingChanged } from './agreement-draft.js';
import { OwnFields, SharedFields } from './agreement-fields.js';
import { FirstFields } from './first-fields.js';
import { useAgreeing, usePair } from './use-pair.js';

type FormProps = { readonly roundId: string; readonly pair: PairSpace; readonly fewest: number; readonly onDone: () => void };

/** Says that another was quicker, and that nothing typed here is lost by it. */
const Newer = ({ pair, begun }: { readonly pair: PairSpace; readonly begun: number }) => {
  const { t } = useWords();
  const house = useHouse();
  const [latest] = pair.versions;
  if (latest === undefined || latest.version === begun) return null;
  return (
    <p className={house.prose} role="status">
      {t('tab.agreement.newer', { name: latest.savedBy.name })}
    </p>
  );
};

/** Writes a new version. What was typed stays while others save: only what was changed here goes on top of theirs. */
export const AgreementForm = ({ roundId, pair, fewest, onDone }: FormProps) => {
  const { t, list } = useWords();
  const house = useHouse();
  const feedback = useFeedback();
  const agree = useAgreeing(roundId);
  const { refetch } = usePair(roundId);
  const [draft, setDraft] = useState<Draft>(nothingChanged);
  const [begun] = useState(pair.versions[0]?.version ?? 0);
  const merged = mergedWith(pair, draft);
  const readers = t('tab.agreement.readers', { names: list(pair.members.slice(1).map(({ name }) => name)) });
  const save = () =>
    agree.mutate(
      { params: { roundId }, body: { change: { kind: 'agree', ...merged } } },
      {
        onSuccess: () => {
          feedback.done(t('tab.agreement.saved', { count: pair.members.length - 1 }));
          onDone();
        },
        onError: (fault) => {
          if (fault instanceof Refusal && fault.code === 'agreement-changed') void refetch();
        },
      },
    );
  const change = (more: Partial<Draft>): void => setDraft((before) => ({ ...before, ...more }));
  const onTerms = (terms: Draft['terms']): void => change({ terms: { ...draft.terms, ...terms } });
  return (
    <Section title={t('tab.agreement.together')}>
      <Newer pair={pair} begun={begun} />
      <FirstFields roundId={roundId} pair={pair} terms={merged.terms} fewest={fewest} onChange={onTerms} />
      <SharedFields terms={merged.terms} readers={readers} onChange={onTerms} />
      <OwnFields words={merged.words} readers={readers} onChange={(words) => change({ words: { ...draft.words, ...words } })} />
      {agree.error !== null && <FaultBar fault={agree.error} />}
      <div className={house.actions}>
        <Button appearance="primary" disabledFocusable={agree.isPending} onClick={save}>
          {t('tab.agreement.save')}
        </Button>
        {begun > 0 && <Button onClick={onDone}>{t('tab.agreement.stop')}</Button>}
      </div>
    </Section>
  );
};
