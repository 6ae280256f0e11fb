import { Button, Textarea } from '@fluentui/react-components';
import { SendRegular } from '@fluentui/react-icons';
import { type KeyboardEvent, useState } from 'react';
import { productWords, t } from '../words.js';

/** What the app understands in any language, and as what it is offered. */
const commands = [
  ['help', productWords.t('command.help')],
  ['my pair', productWords.t('command.myPair')],
  ['status', productWords.t('command.status')],
  ['join', productWords.t('command.join')],
  ['sit out', productWords.t('command.sitOut')],
  ['pause', productWords.t('command.pause')],
  ['notes', productWords.t('command.notes')],
] as const;

/** Where a person types to the app, with the commands that the app offers. */
export const Compose = ({ disabled, onSend }: { readonly disabled: boolean; readonly onSend: (text: string) => void }) => {
  const [text, setText] = useState('');
  const send = (): void => {
    if (text.trim() === '' || disabled) return;
    onSend(text.trim());
    setText('');
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };
  return (
    <div className="compose">
      <ul className="suggestions" aria-label={t('chat.suggestions')}>
        {commands.map(([said, label]) => (
          <li key={said}>
            <Button size="small" shape="circular" disabled={disabled} onClick={() => onSend(said)}>
              {label}
            </Button>
          </li>
        ))}
      </ul>
      <div className="compose-box">
        <Textarea
          className="wide"
          rows={1}
          resize="none"
          value={text}
          disabled={disabled}
          onChange={(_event, data) => setText(data.value)}
          onKeyDown={press}
          placeholder={t('chat.write')}
          aria-label={t('chat.write')}
        />
        <Button appearance="transparent" icon={<SendRegular />} aria-label={t('chat.send')} disabled={disabled} onClick={send} />
      </div>
    </div>
  );
};
