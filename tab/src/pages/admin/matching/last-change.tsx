import type { Board } from '@coaching-pairs/shared/wire/board';
import { Button } from '@fluentui/react-components';
import { ArrowUndoRegular } from '@fluentui/react-icons/svg/arrow-undo';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import type { BoardChanges } from './use-board-changes.js';

type LastChangeProps = { readonly undo: Board['undo']; readonly changes: BoardChanges };

/** The last change by hand and the way back; each press goes one further. */
export const LastChange = ({ undo, changes }: LastChangeProps) => {
  const { t } = useWords();
  const house = useHouse();
  if (undo === null) return null;
  return (
    <div className={house.row}>
      <span>{t('tab.board.undo.last', { text: undo.text })}</span>
      <Button
        size="small"
        icon={<ArrowUndoRegular />}
        disabledFocusable={changes.running}
        aria-label={t('tab.board.undo.doFor', { text: undo.text })}
        onClick={() => changes.undo(undo.id)}
      >
        {t('tab.action.undo')}
      </Button>
    </div>
  );
};
