import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { faultText } from '../../../components/fault.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { Refusal } from '../../../refusal.js';
import { useWords } from '../../../session.js';

/** Says what came of it where somebody else was quicker: that is nobody's fault, and does not look like one. */
export const CameBetween = ({ fault }: { readonly fault: unknown }) => {
  const words = useWords();
  if (!(fault instanceof Refusal) || fault.status !== 409) return <FaultBar fault={fault} />;
  return (
    <MessageBar intent="info" layout="multiline" role="alert">
      <MessageBarBody>{faultText(words, fault)}</MessageBarBody>
    </MessageBar>
  );
};
