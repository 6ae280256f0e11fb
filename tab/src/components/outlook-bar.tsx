import type { Sessions } from '@coaching-pairs/shared/wire/sessions';
import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useState } from 'react';
import { useSession } from '../session.js';

type OutlookBarProps = Pick<Sessions, 'calendar' | 'claims'> & {
  /** Tried again after a sign-in that worked. */
  readonly again: () => void;
};

/** Says plainly what is the matter with the reader's Outlook; a missing consent leads to Teams' own sign-in and on from there. Without a mailbox there is nothing to try again. */
export const OutlookBar = ({ calendar, claims, again }: OutlookBarProps) => {
  const { words, signInAgain } = useSession();
  const [failed, setFailed] = useState(false);
  if (calendar === 'fine') return null;
  const signIn = async () => {
    const worked = (await signInAgain?.(claims)) === true;
    setFailed(!worked);
    if (worked) again();
  };
  const needed = calendar === 'sign-in-needed';
  return (
    <MessageBar intent={needed ? 'info' : 'warning'} layout="multiline" role="status">
      <MessageBarBody>
        {words.t(`tab.sessions.outlook.${calendar}`)} {failed && words.t('tab.sessions.signIn.failed')}
      </MessageBarBody>
      {calendar !== 'mailbox-missing' && (
        <MessageBarActions>
          <Button size="small" onClick={() => (needed ? void signIn() : again())}>
            {words.t(needed ? 'tab.sessions.signIn' : 'tab.action.tryAgain')}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
};
