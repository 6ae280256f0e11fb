import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useWords } from '../session.js';
import { faultText, referenceOf } from './fault.js';

type FaultBarProps = {
  readonly fault: unknown;
  readonly retry?: () => void;
  /** The way to where it can be put right, after the sentence. */
  readonly way?: ReactNode;
};

/** Says what went wrong, what to quote to IT, and offers another try. */
export const FaultBar = ({ fault, retry, way }: FaultBarProps) => {
  const words = useWords();
  const reference = referenceOf(fault);
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>
        {faultText(words, fault)} {way ?? (reference !== null && words.t('tab.fault.reference', { reference }))}
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
