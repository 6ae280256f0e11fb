import type { Board } from '@coaching-pairs/shared/wire/board';
import { Button, Checkbox, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';

type Changes = NonNullable<Board['changes']>;

const Gone = ({ id, changes }: { readonly id: string; readonly changes: Changes }) => {
  const { t, list } = useWords();
  const house = useHouse();
  const more = changes.goneInAll - changes.gone.length;
  return (
    <div id={id} className={house.tight}>
      <h3 className={house.subheading}>{t('tab.board.changes.gone')}</h3>
      <ul className={house.bullets}>
        {changes.gone.map((members) => (
          <li key={members.map((one) => one.id).join(' ')}>{list(members.map((one) => one.name))}</li>
        ))}
        {more > 0 && <li>{t('tab.board.changes.more', { count: more })}</li>}
      </ul>
    </div>
  );
};

type DraftChangesProps = {
  readonly changes: Board['changes'];
  readonly onlyFresh: boolean;
  readonly onOnlyFresh: (only: boolean) => void;
};

/** What drafting again has changed beside the drafts before: how many stayed, how many are new, and which are gone. */
export const DraftChanges = ({ changes, onlyFresh, onOnlyFresh }: DraftChangesProps) => {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const id = useId();
  if (changes === null) return null;
  const { kept, fresh, goneInAll } = changes;
  return (
    <>
      <MessageBar intent="info" layout="multiline">
        <MessageBarBody>
          {fresh === 0 && goneInAll === 0
            ? t('tab.board.changes.none', { kept })
            : t('tab.board.changes.some', { kept, fresh, gone: goneInAll })}
        </MessageBarBody>
        {goneInAll > 0 && (
          <MessageBarActions>
            <Button size="small" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
              {t(open ? 'tab.board.changes.hide' : 'tab.board.changes.show')}
            </Button>
          </MessageBarActions>
        )}
      </MessageBar>
      {fresh > 0 && (
        <Checkbox
          label={t('tab.board.changes.onlyFresh')}
          checked={onlyFresh}
          onChange={(_event, { checked }) => onOnlyFresh(checked === true)}
        />
      )}
      {open && goneInAll > 0 && <Gone id={id} changes={changes} />}
    </>
  );
};
