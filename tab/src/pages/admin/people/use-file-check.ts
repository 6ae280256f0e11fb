import type { PeopleFileCheck } from '@coaching-pairs/shared/wire/people';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { useState } from 'react';
import { useSession, useWords } from '../../../session.js';

/** Below what one call may carry, in bytes. */
const largest = 900_000;

type Looked = { readonly text: string; readonly checked: PeopleFileCheck };

/** Has the bot look at a file: what it would change, or what is wrong with it. */
export const useFileCheck = (roundId: string) => {
  const { call } = useSession();
  const { t } = useWords();
  const [looked, setLooked] = useState<Looked | null>(null);
  const [fault, setFault] = useState<Error | string | null>(null);
  const [running, setRunning] = useState(false);

  const textOf = async (file: File): Promise<string | null> => {
    if (file.size > largest) return null;
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
  };

  const look = async (file: File): Promise<void> => {
    setLooked(null);
    setFault(null);
    setRunning(true);
    try {
      const text = await textOf(file);
      if (text === null) setFault(t('tab.file.tooLarge'));
      else setLooked({ text, checked: await call(routes.checkPeopleFile, { params: { roundId }, body: { text } }) });
    } catch (cause) {
      setFault(cause instanceof TypeError ? t('tab.file.notUtf8') : cause instanceof Error ? cause : new Error('unreachable', { cause }));
    } finally {
      setRunning(false);
    }
  };

  return { looked, fault, running, look, leave: () => setLooked(null) };
};
