import type { ChoosingBoard } from '@coaching-pairs/shared/wire/choosing';
import { useRef } from 'react';
import { AskedPage } from '../../../components/asked-page.js';
import { PairList } from '../../../components/pair-list.js';
import { Section } from '../../../components/section.js';
import { useKeptFocus } from '../../../components/use-kept-focus.js';
import { WhoReads } from '../../../components/who-reads.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { AskedQuestions } from './asked-questions.js';
import { MyStanding, Said } from './my-standing.js';
import { PossiblePartners } from './possible-partners.js';
import { SpokenNews } from './spoken-news.js';
import { useChoosing } from './use-choosing.js';

/** Whether I may still ask somebody. */
const isChoosing = ({ stage, mine }: ChoosingBoard): boolean => stage === 'open' && ['free', 'again', 'ended', 'asked'].includes(mine.kind);

const Left = ({ count }: { readonly count: number }) => {
  const { t } = useWords();
  const house = useHouse();
  return (
    <Section title={t('tab.choose.left.title')}>
      <strong>{t('tab.choose.left.text', { count })}</strong>
      {count > 0 && <p className={house.prose}>{t('tab.choose.left.help')}</p>}
      <WhoReads text={t('tab.choose.left.reads')} />
    </Section>
  );
};

const Pairs = ({ board }: { readonly board: ChoosingBoard }) => {
  const { t } = useWords();
  const house = useHouse();
  return (
    <Section title={t('tab.choose.pairs.title', { count: board.pairs.length })}>
      {board.pairs.length === 0 ? (
        <p className={house.prose}>{t('tab.choose.pairs.none')}</p>
      ) : (
        <PairList pairs={board.pairs.map((members) => ({ members }))} />
      )}
    </Section>
  );
};

const Board = ({ roundId, board }: { readonly roundId: string; readonly board: ChoosingBoard }) => {
  const house = useHouse();
  const place = useRef<HTMLDivElement>(null);
  useKeptFocus(place);
  return (
    <div ref={place} className={house.parts}>
      <SpokenNews board={board} />
      <AskedQuestions roundId={roundId} board={board} />
      <MyStanding roundId={roundId} board={board} />
      {isChoosing(board) && <PossiblePartners roundId={roundId} board={board} />}
      {board.left !== null && <Left count={board.left} />}
      {board.stage !== 'before' && <Pairs board={board} />}
    </div>
  );
};

/** Partners are chosen in the open: whom I may ask, who asks me, and the pairs as they form (tension 3). */
export const ChoosingPage = ({ roundId }: { readonly roundId: string }) => {
  const { t } = useWords();
  const board = useChoosing(roundId);
  const back = { to: `/round/${encodeURIComponent(roundId)}`, children: t('tab.choose.back') };
  return (
    <AskedPage title={t('tab.choose.title')} lead={board.data?.roundName} back={back} asked={board}>
      {(known) => <Board roundId={roundId} board={known} />}
    </AskedPage>
  );
};

/** For a screen in the room: the pairs as they form, and nothing of whoever is signed in there. */
export const ChoosingScreen = ({ roundId }: { readonly roundId: string }) => {
  const { t } = useWords();
  const board = useChoosing(roundId);
  const back = { to: `/round/${encodeURIComponent(roundId)}/choose`, children: t('tab.choose.screen.back') };
  return (
    <AskedPage title={t('tab.choose.screen.title')} lead={board.data?.roundName} back={back} asked={board}>
      {(known) => (known.stage === 'before' ? <Said kind="before" /> : <Pairs board={known} />)}
    </AskedPage>
  );
};
