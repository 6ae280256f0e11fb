import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useWords } from '../session.js';
import { faultText, referenceOf } from './fault.js';

/** Says what went wrong, what to quote to IT, and offers another try. */
export const FaultBar = ({ fault, retry }: { readonly fault: unknown; readonly retry?: () => void }) => {
  const words = useWords();
  const reference = referenceOf(fault);
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>
        {faultText(words, fault)} {reference !== null && words.t('tab.fault.reference', { reference })}
      </MessageBarBody>
      {retry !== undefined && (
        <MessageBarActions>
          <Button size="small" onClick={retry}>
            {words.t('tab.action.tryAgain')}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
};
