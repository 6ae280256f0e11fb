import { instant } from '@coaching-pairs/shared/ids';
import type { Named } from '@coaching-pairs/shared/wire/parts';
import type { KeptApartList } from '@coaching-pairs/shared/wire/people';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { AskedView } from '../../../components/asked-view.js';
import { DoButton } from '../../../components/do-button.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { useFeedback } from '../../../components/feedback.js';
import { Section } from '../../../components/section.js';
import { VirtualList } from '../../../components/virtual-list.js';
import { keys } from '../../../data/keys.js';
import { useAsked } from '../../../data/use-asked.js';
import { useChange } from '../../../data/use-change.js';
import { useSession, useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { RoundPersonSearch } from './round-person-search.js';

type Pair = KeptApartList['pairs'][number];

const useKeeping = (roundId: string) =>
  useChange(routes.keepApart, { answers: keys.apart(roundId), outdates: [keys.board(roundId), keys.overview(roundId)] });

const namesOf = ({ people }: Pick<Pair, 'people'>) => ({ one: people[0]?.name ?? '', other: people[1]?.name ?? '' });

const PairRow = ({ pair, onTakeBack }: { readonly pair: Pair; readonly onTakeBack: () => void }) => {
  const { words, zone } = useSession();
  const { t } = words;
  const house = useHouse();
  return (
    <div className={house.beside}>
      <span>
        {t('tab.apart.pair', namesOf(pair))}{' '}
        <span className={house.small}>{t('tab.apart.by', { name: pair.by.name, date: words.dateAt(instant(pair.at), zone) })}</span>
      </span>
      <Button size="small" onClick={onTakeBack} aria-label={t('tab.apart.takeBackFor', namesOf(pair))}>
        {t('tab.apart.takeBack')}
      </Button>
    </div>
  );
};

const Pairs = ({ roundId, pairs }: { readonly roundId: string; readonly pairs: readonly Pair[] }) => {
  const { t } = useWords();
  const house = useHouse();
  const feedback = useFeedback();
  const keep = useKeeping(roundId);
  const says = (pair: Pair, apart: boolean, onSuccess: () => void): void => {
    const [one, other] = pair.people;
    if (one === undefined || other === undefined) return;
    keep.mutate({ params: { roundId }, body: { one: one.id, other: other.id, apart } }, { onSuccess, onError: feedback.failed });
  };
  const takeBack = (pair: Pair): void =>
    says(pair, false, () => feedback.done(t('tab.apart.takenBack', namesOf(pair)), () => says(pair, true, () => undefined)));
  if (pairs.length === 0) return <p className={house.prose}>{t('tab.apart.none')}</p>;
  return (
    <VirtualList
      label={t('tab.apart.title')}
      items={pairs}
      total={pairs.length}
      keyOf={({ people }) => people.map(({ id }) => id).join(' ')}
    >
      {(pair) => <PairRow pair={pair} onTakeBack={() => takeBack(pair)} />}
    </VirtualList>
  );
};

const AddPair = ({ roundId }: { readonly roundId: string }) => {
  const { t } = useWords();
  const house = useHouse();
  const feedback = useFeedback();
  const keep = useKeeping(roundId);
  const [one, setOne] = useState<Named | null>(null);
  const [other, setOther] = useState<Named | null>(null);
  const ready = one !== null && other !== null && one.id !== other.id;
  const save = (): void => {
    if (one === null || other === null) return;
    const onSuccess = (): void => {
      feedback.done(t('tab.apart.saved', { one: one.name, other: other.name }));
      setOne(null);
      setOther(null);
    };
    keep.mutate({ params: { roundId }, body: { one: one.id, other: other.id, apart: true } }, { onSuccess });
  };
  return (
    <>
      <h3 className={house.subheading}>{t('tab.apart.add')}</h3>
      <div className={house.halves}>
        <RoundPersonSearch roundId={roundId} label={t('tab.apart.one')} reads={t('tab.apart.reads')} chosen={one} onChoose={setOne} />
        <RoundPersonSearch roundId={roundId} label={t('tab.apart.other')} reads={t('tab.apart.reads')} chosen={other} onChoose={setOther} />
      </div>
      {keep.error !== null && <FaultBar fault={keep.error} />}
      <div className={house.actions}>
        <DoButton appearance="secondary" running={keep.isPending} whyNot={ready ? null : t('tab.apart.why.two')} onClick={save}>
          {t('tab.apart.save')}
        </DoButton>
      </div>
    </>
  );
};

/** Who is kept from being partners; why is not asked. */
export const ApartSection = ({ roundId }: { readonly roundId: string }) => {
  const { t } = useWords();
  const house = useHouse();
  const kept = useAsked(routes.keptApart, { key: keys.apart(roundId), params: { roundId } });
  return (
    <Section title={t('tab.apart.title')}>
      <p className={house.prose}>{t('tab.apart.text')}</p>
      <AskedView asked={kept}>{({ pairs }) => <Pairs roundId={roundId} pairs={pairs} />}</AskedView>
      <AddPair roundId={roundId} />
    </Section>
  );
};
