import type { Board } from '@coaching-pairs/shared/wire/board';
import type { RoundOverview } from '@coaching-pairs/shared/wire/rounds';
import { MessageBar, MessageBarBody, Tab, TabList } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import { NameFilter } from '../../../components/name-filter.js';
import { Section } from '../../../components/section.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { isRematching } from '../round/steps.js';
import { BoardActions } from './board-actions.js';
import { DraftBoard } from './draft-board.js';
import { SentProposals } from './sent-proposals.js';
import { Suggestions } from './suggestions.js';

const views = ['drafts', 'sent', 'suggestions', 'reworking', 'pairs'] as const;
type View = (typeof views)[number];

type BoardProps = { readonly round: RoundOverview; readonly board: Board };

const Proof = ({ proof }: { readonly proof: string | null }) => {
  if (proof === null) return null;
  return (
    <MessageBar intent="success" layout="multiline">
      <MessageBarBody>{proof}</MessageBarBody>
    </MessageBar>
  );
};

/** Where a phone has no room for all views, the one that is shown is moved into sight. */
const useShownTab = (view: View) => {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const tab = place.current?.querySelector<HTMLElement>(`[role="tab"][value="${view}"]`);
    if (place.current === null || tab === null || tab === undefined) return;
    place.current.scrollLeft = tab.offsetLeft + tab.offsetWidth - place.current.clientWidth;
  }, [view]);
  return place;
};

/** The matching board: drafts to work on, and what became of those that were sent. */
export const BoardView = ({ round, board }: BoardProps) => {
  const { t } = useWords();
  const house = useHouse();
  const counts = { ...board.counts, suggestions: board.suggestions.length };
  const [picked, setView] = useState<View | null>(null);
  const [sought, setSought] = useState('');
  // Once the pairs are announced there is nothing to draft, and nobody to move, unless a pair has ended.
  const announced = (round.state === 'active' || round.state === 'awayday') && !isRematching(round);
  const first = counts.drafts > 0 || counts.left > 0 || counts.sent === 0 ? 'drafts' : 'sent';
  const shown = picked === 'suggestions' && counts.suggestions === 0 ? null : picked;
  const view = shown ?? (announced ? 'pairs' : first);
  const tabs = useShownTab(view);
  return (
    <Section title={t('tab.board.title')}>
      <BoardActions round={round} board={board} />
      <Proof proof={board.proof} />
      {counts.drafts + counts.sent + counts.pairs > 0 && (
        <Link to={`/admin/${encodeURIComponent(round.id)}/proof`} className={house.small}>
          {t('tab.proof.title')}
        </Link>
      )}
      <div ref={tabs} style={{ overflowX: 'auto', paddingBottom: 2 }}>
        <TabList selectedValue={view} onTabSelect={(_event, { value }) => setView(views.find((one) => one === value) ?? 'drafts')}>
          {views
            .filter((one) => (!announced || one !== 'drafts') && (one !== 'suggestions' || counts.suggestions > 0))
            .map((one) => (
              <Tab key={one} value={one}>
                {t(`tab.board.view.${one}`, { count: counts[one] })}
              </Tab>
            ))}
        </TabList>
      </div>
      <NameFilter label={t('tab.people.search')} value={sought} onChange={setSought} />
      <div className={house.stack}>
        {view === 'drafts' ? (
          <DraftBoard round={round} board={board} sought={sought} />
        ) : view === 'suggestions' ? (
          <Suggestions round={round} suggestions={board.suggestions} />
        ) : (
          <SentProposals round={round} view={view} board={board} sought={sought} onAct={() => setView(view)} />
        )}
      </div>
    </Section>
  );
};
