import { Button, Textarea } from '@fluentui/react-components';
import { SendRegular } from '@fluentui/react-icons';
import { type KeyboardEvent, useState } from 'react';
import { messages } from '../messages.js';

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
      <ul className="suggestions" aria-label={messages.chat.suggestions}>
        {messages.chat.commands.map((command) => (
          <li key={command}>
            <Button size="small" shape="circular" disabled={disabled} onClick={() => onSend(command)}>
              {command}
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
          placeholder={messages.chat.write}
          aria-label={messages.chat.write}
        />
        <Button appearance="transparent" icon={<SendRegular />} aria-label={messages.chat.send} disabled={disabled} onClick={send} />
      </div>
    </div>
  );
};
