import type { PairSpace } from '@coaching-pairs/shared/wire/pair';
import { Button } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { BackLink } from '../../../components/asked-page.js';
import { AskedView } from '../../../components/asked-view.js';
import { Page } from '../../../components/page.js';
import { People } from '../../../components/person.js';
import { Section } from '../../../components/section.js';
import { Refusal } from '../../../refusal.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { useSessions } from '../sessions/use-sessions.js';
import { AgreementSection } from './agreement-section.js';
import { DriftCheck } from './drift-check.js';
import { EndSection } from './end-section.js';
import { NextGuide } from './next-guide.js';
import { SixSessions } from './six-sessions.js';
import { usePair } from './use-pair.js';

const Partner = ({ pair }: { readonly pair: PairSpace }) => {
  const { t } = useWords();
  const house = useHouse();
  const count = pair.members.length - 1;
  return (
    <Section title={t('tab.match.paired.title', { count })} accent>
      <People people={pair.members.slice(1)} size={56} />
      <p className={house.prose}>{t(count > 1 ? 'tab.match.trioEquals' : 'guidance.hierarchyFree.text')}</p>
    </Section>
  );
};

type ContentProps = {
  readonly roundId: string;
  readonly pair: PairSpace;
  readonly onEnded: () => void;
};

const Content = ({ roundId, pair, onEnded }: ContentProps) => {
  const house = useHouse();
  const { data } = useSessions(roundId);
  const held = data?.sessions.filter((session) => session.held).length ?? 0;
  return (
    <div className={house.parts}>
      <Partner pair={pair} />
      {data !== undefined && <SixSessions roundId={roundId} page={data} />}
      {pair.open && <DriftCheck held={held} partners={pair.members.length - 1} />}
      <AgreementSection roundId={roundId} pair={pair} />
      {pair.open && <NextGuide roundId={roundId} meeting={held + 1} />}
      {pair.mayEnd && <EndSection roundId={roundId} pair={pair} onEnded={onEnded} />}
    </div>
  );
};

/** Until a question has closed and given the focus back, which is what shows the page behind it to screen readers again. */
const closingMs = 500;

/** Leads to the round a moment after the pair was ended, whatever the page learns of the pair in that moment. */
const useLeaving = (roundId: string): readonly [boolean, () => void] => {
  const [, go] = useLocation();
  const [leaving, setLeaving] = useState(false);
  useEffect(() => {
    if (!leaving) return undefined;
    const timer = setTimeout(() => go(`/round/${encodeURIComponent(roundId)}`, { replace: true }), closingMs);
    return () => clearTimeout(timer);
  }, [leaving, go, roundId]);
  return [leaving, () => setLeaving(true)];
};

/** Whoever is in no pair, or in none any more. */
const NoPair = ({ roundId }: { readonly roundId: string }) => {
  const { t } = useWords();
  const house = useHouse();
  const [, go] = useLocation();
  return (
    <Section title={t('tab.pair.none.title')}>
      <p className={house.prose}>{t('refused.noPair')}</p>
      <div className={house.actions}>
        <Button appearance="primary" onClick={() => go(`/round/${encodeURIComponent(roundId)}`)}>
          {t('tab.pair.back')}
        </Button>
      </div>
    </Section>
  );
};

/** The space of a pair or trio: its people without titles (CP-61), its sessions, what it agreed on, and the way out. */
export const PairPage = ({ roundId }: { readonly roundId: string }) => {
  const { t, list } = useWords();
  const pair = usePair(roundId);
  const [leaving, leave] = useLeaving(roundId);
  const isNone = !leaving && pair.error instanceof Refusal && pair.error.code === 'no-pair';
  const names = isNone ? [] : (pair.data?.members.slice(1).map(({ name }) => name) ?? []);
  const count = names.length;
  const back = <BackLink to={`/round/${encodeURIComponent(roundId)}`}>{t('tab.pair.back')}</BackLink>;
  return (
    <Page
      title={count === 0 ? t('tab.pair.open') : t('tab.pair.title', { count, names: list(names) })}
      above={back}
      lead={count === 0 ? undefined : t('tab.pair.lead', { count })}
    >
      {isNone ? (
        <NoPair roundId={roundId} />
      ) : (
        <AskedView asked={pair}>{(known) => <Content roundId={roundId} pair={known} onEnded={leave} />}</AskedView>
      )}
    </Page>
  );
};
