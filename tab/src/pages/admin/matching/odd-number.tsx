import type { DraftNumbers, OddChoice } from '@coaching-pairs/shared/wire/board';
import type { Named } from '@coaching-pairs/shared/wire/parts';
import { Button, Radio, RadioGroup } from '@fluentui/react-components';
import { useState } from 'react';
import { type Choice, SearchBox } from '../../../components/search-box.js';
import { useStandingBy } from '../../../data/admin.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';

const offers = ['invite', 'reserve', 'trio'] as const;
type Offer = (typeof offers)[number];

/** What an administrator has chosen for one too many; `invite` drafts nothing. */
export type OddNumber = { readonly offer: Offer; readonly reserve: Named | null };

/** What stands there before anything is chosen. */
export const offeredBy = ({ choice, reserve }: DraftNumbers): OddNumber => ({ offer: choice, reserve });

/** What the matching is to do; null where that was not said yet, or nothing is to be drafted. */
export const oddOf = ({ offer, reserve }: OddNumber): OddChoice | null => {
  if (offer === 'trio') return { kind: 'trio' };
  return offer === 'reserve' && reserve !== null ? { kind: 'reserve', personId: reserve.id } : null;
};

type OddNumberProps = {
  readonly roundId: string;
  readonly numbers: DraftNumbers;
  readonly chosen: OddNumber;
  readonly onChoose: (chosen: OddNumber) => void;
};

const Reserve = ({ roundId, chosen, onChoose }: OddNumberProps) => {
  const { t } = useWords();
  const useFound = (text: string) => {
    const { data, isFetching, error } = useStandingBy(roundId, text);
    // Until the answer comes the list narrows to those that are known already.
    const sought = text.trim().toLocaleLowerCase();
    const found = data?.people.filter(({ name }) => !isFetching || name.toLocaleLowerCase().includes(sought));
    return { choices: found?.map(({ id, name, functionName }) => ({ id, name, detail: functionName })), isFetching, error };
  };
  const choose = ({ id, name, detail }: Choice): void => onChoose({ ...chosen, reserve: { id, name, functionName: detail } });
  return (
    <SearchBox
      label={t('tab.odd.who')}
      explanation={t('tab.odd.who.text')}
      reads={t('tab.reads.administrators')}
      required
      shown={chosen.reserve?.name ?? ''}
      useFound={useFound}
      onChoose={choose}
    />
  );
};

const Offers = (props: OddNumberProps & { readonly open: readonly Offer[] }) => {
  const { t } = useWords();
  const house = useHouse();
  const { chosen, open, onChoose } = props;
  return (
    <div className={house.tight}>
      <RadioGroup
        aria-label={t('tab.odd.question')}
        value={chosen.offer}
        onChange={(_event, { value }) => onChoose({ ...chosen, offer: offers.find((one) => one === value) ?? chosen.offer })}
      >
        {open.map((offer) => (
          <Radio
            key={offer}
            value={offer}
            label={
              <span className={house.tight}>
                <span>{t(`tab.odd.${offer}`)}</span>
                <span className={house.small}>{t(`tab.odd.${offer}.text`)}</span>
              </span>
            }
          />
        ))}
      </RadioGroup>
      {chosen.offer === 'reserve' && <Reserve {...props} />}
    </div>
  );
};

/** Where the number is even nothing has to be chosen; what would become of somebody whom the rules leave over is said all the same. */
const Even = (props: OddNumberProps) => {
  const { t } = useWords();
  const house = useHouse();
  const [otherwise, setOtherwise] = useState(false);
  const { numbers, chosen } = props;
  const reserve = chosen.offer === 'reserve' ? (chosen.reserve?.name ?? 'none') : 'none';
  return (
    <>
      <p className={house.prose}>{t('tab.odd.even', { count: numbers.count, reserve })}</p>
      {otherwise ? (
        <Offers {...props} open={['reserve', 'trio']} />
      ) : (
        <div>
          <Button size="small" onClick={() => setOtherwise(true)}>
            {t('tab.odd.otherwise')}
          </Button>
        </div>
      )}
    </>
  );
};

/** How many would be matched, and what becomes of one too many: never decided silently (tension 15). */
export const OddNumberChoice = (props: OddNumberProps) => {
  const { t } = useWords();
  const house = useHouse();
  const { count } = props.numbers;
  if (count < 2) return <p className={house.prose}>{t(count === 0 ? 'tab.odd.none' : 'tab.odd.one')}</p>;
  if (count % 2 === 0) return <Even {...props} />;
  return (
    <>
      <p className={house.prose}>{t('tab.odd.odd', { count })}</p>
      <Offers {...props} open={offers} />
    </>
  );
};
