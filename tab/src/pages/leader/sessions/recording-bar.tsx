import type { Sessions } from '@coaching-pairs/shared/wire/sessions';
import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useWords } from '../../../session.js';
import { useUnrecording } from './use-sessions.js';

/** Says which sessions could still be recorded; whoever booked them may try once more. */
export const RecordingBar = ({ roundId, page }: { readonly roundId: string; readonly page: Sessions }) => {
  const { t } = useWords();
  const again = useUnrecording(roundId);
  const recordable = page.sessions.filter((session) => session.recordable);
  // What stands in the way of Outlook as a whole is said already.
  if (recordable.length === 0 || page.calendar !== 'fine') return null;
  return (
    <MessageBar intent="info" layout="multiline" role="status">
      <MessageBarBody>
        {t('tab.sessions.recordable', { count: recordable.length })} {again.isSuccess && t('tab.sessions.recordable.still')}
      </MessageBarBody>
      {recordable.some(({ mine }) => mine) && (
        <MessageBarActions>
          <Button size="small" disabledFocusable={again.isPending} onClick={() => again.mutate({ params: { roundId }, body: {} })}>
            {t('tab.action.tryAgain')}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
};
