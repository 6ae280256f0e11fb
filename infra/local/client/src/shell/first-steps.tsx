import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useSession } from '../sandbox-state.js';
import { t } from '../words.js';

const key = 'sandbox-first-steps-read';

/** Tells whoever opens the sandbox for the first time where to begin; gone for good when it is closed. */
export const FirstSteps = () => {
  const { me, place, go } = useSession();
  const [read, setRead] = useState(() => window.localStorage.getItem(key) !== null);
  const administers = me.part !== 'coordinator' && (me.part === 'administrator' || me.roles.length > 0);
  // In the app the first step is taken, and there is no room to give away.
  if (read || !administers || place.view === 'app') return null;
  const close = (): void => {
    window.localStorage.setItem(key, 'yes');
    setRead(true);
  };
  return (
    <MessageBar className="first-steps">
      <MessageBarBody>
        <MessageBarTitle>{t('firstSteps.title')}</MessageBarTitle> {t('firstSteps.text', { name: me.name })}
      </MessageBarBody>
      <MessageBarActions
        containerAction={<Button appearance="transparent" icon={<DismissRegular />} aria-label={t('firstSteps.close')} onClick={close} />}
      >
        <Button size="small" onClick={() => go({ view: 'app', inside: '' })}>
          {t('firstSteps.open')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
};
