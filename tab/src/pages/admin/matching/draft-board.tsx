import type { Board } from '@coaching-pairs/shared/wire/board';
import type { RoundOverview } from '@coaching-pairs/shared/wire/rounds';
import { useState } from 'react';
import { useBoardList, useLeftList } from '../../../data/board-pages.js';
import { useHouse } from '../../../style/house.js';
import { AllowedRepeats } from './allowed-repeats.js';
import { DraftChanges } from './draft-changes.js';
import { Drafts } from './drafts.js';
import { HelpOffers } from './help-offers.js';
import { LastChange } from './last-change.js';
import { LeftOver } from './left-over.js';
import { chosenAfter, namesOn } from './selection.js';
import { SelectionBar, type Then } from './selection-bar.js';
import { useBoardChanges } from './use-board-changes.js';
import { useBoardKeys } from './use-board-keys.js';
import { useDragging } from './use-dragging.js';
import { useKnownBoard } from './use-known-board.js';

type Shown = Parameters<typeof useKnownBoard>[2];
type DraftBoardProps = { readonly round: RoundOverview; readonly board: Board; readonly sought: string };

/** Who is chosen for a change: by a press, by being dragged onto each other, or while the keyboard comes by. */
const useChoosing = (roundId: string, board: Board, shown: Shown) => {
  const [pressed, setPressed] = useState<readonly string[]>([]);
  const [passing, setPassing] = useState<string | null>(null);
  const [then, setThen] = useState<Then>(null);
  const known = useKnownBoard(roundId, board, shown, pressed);
  const present = namesOn(known);
  const chosen = pressed.filter((id) => present.has(id));
  const choose = (ids: readonly string[], next: Then = null): void => {
    setPressed(ids);
    setThen(next);
    setPassing(null);
  };
  const { dragged, onHold } = useDragging((id, over) => choose([id, over], 'do'));
  const besides = dragged === null ? passing : dragged.over;
  const first = dragged === null ? chosen : [dragged.id];
  const considered = besides !== null && first.length === 1 && !first.includes(besides) ? [...first, besides] : first;
  return {
    hands: {
      chosen,
      dragged,
      onHold,
      onPass: setPassing,
      onChoose: (id: string, byKeyboard: boolean) => choose(chosenAfter(known, chosen, id), byKeyboard ? 'focus' : null),
    },
    known,
    considered,
    choose,
    then,
    onThen: () => setThen(null),
  };
};

/** The drafts and whoever is in none, to work on by hand. */
export const DraftBoard = ({ round, board, sought }: DraftBoardProps) => {
  const house = useHouse();
  const [onlyFresh, setOnlyFresh] = useState(false);
  const changes = useBoardChanges(round.id);
  const asked = { text: sought, fresh: onlyFresh && board.changes !== null };
  const drafts = useBoardList(round.id, board, 'drafts', asked);
  const left = useLeftList(round.id, board, sought);
  const { hands, known, considered, choose, then, onThen } = useChoosing(round.id, board, { drafts: drafts.items, left: left.items });
  const { undo } = board;
  const onKeyDown = useBoardKeys({
    onGiveUp: () => choose([]),
    onUndo: () => undo !== null && !changes.running && changes.undo(undo.id),
  });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears the keys of the buttons in it.
    <div className={house.stack} onKeyDown={onKeyDown}>
      <LeftOver roundId={round.id} list={left} count={board.counts.left} hands={hands} announced={round.state === 'active'} />
      <HelpOffers round={round} help={board.help} />
      <AllowedRepeats roundId={round.id} repeats={board.repeats} />
      <DraftChanges changes={board.changes} onlyFresh={onlyFresh} onOnlyFresh={setOnlyFresh} />
      <LastChange undo={undo} changes={changes} />
      <Drafts
        round={round}
        list={drafts}
        hasDrafts={board.counts.drafts > 0}
        narrowed={JSON.stringify(asked)}
        hands={hands}
        changes={changes}
      />
      <SelectionBar
        roundId={round.id}
        board={known}
        chosen={hands.chosen}
        considered={considered}
        then={then}
        changes={changes}
        onChoose={choose}
        onThen={onThen}
      />
    </div>
  );
};
