import { useState } from 'react';
import type { CardClick } from '../cards/card-view.js';
import { meaningOf } from '../links.js';
import { type CardJson, type Outcome, sandbox } from '../sandbox-api.js';
import { useSession } from '../sandbox-state.js';
import { t } from '../words.js';

type Step = { readonly activityId: string; readonly outcome: Outcome; readonly failed: boolean };
type Refused = { readonly activityId: string; readonly text: string };

const went = ({ status }: Outcome): boolean => status >= 200 && status < 300;
const opensDialog = (data: CardJson): boolean => JSON.stringify(data.msteams ?? null).includes('"task/fetch"');

const useLinks = () => {
  const { go, say } = useSession();
  return (url: string): void => {
    const meaning = meaningOf(url);
    if (meaning.kind === 'app') go({ view: 'app', inside: meaning.subPage });
    else if (meaning.kind === 'web') window.open(meaning.url, '_blank', 'noopener');
    else say(t('page.outside'));
  };
};

/** Shows what came of a click, or that nothing did. */
const useConclusion = (
  reload: () => Promise<void>,
  setStep: (step: Step | null) => void,
  setRefused: (refused: Refused | null) => void,
) => {
  const { say } = useSession();
  return async (activityId: string, outcome: Outcome, dialog: boolean): Promise<void> => {
    if (!went(outcome)) setRefused({ activityId, text: outcome.text ?? t('chat.failed') });
    else if (dialog && (outcome.card !== undefined || outcome.text !== undefined)) setStep({ activityId, outcome, failed: false });
    else {
      setStep(null);
      if (outcome.text !== undefined && outcome.card === undefined) say(outcome.text);
    }
    await reload();
  };
};

/** Takes what a person does on the cards of their chat to the bot, and what comes back to the screen. */
export const useCardClicks = (personId: string, reload: () => Promise<void>) => {
  const [busy, setBusy] = useState<string | null>(null);
  const [step, setStep] = useState<Step | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const openLink = useLinks();
  const conclude = useConclusion(reload, setStep, setRefused);

  const run = async (activityId: string, work: () => Promise<Outcome>, dialog: boolean): Promise<void> => {
    setBusy(activityId);
    setRefused(null);
    const outcome = await work().catch(() => ({ status: 502 }));
    await conclude(activityId, outcome, dialog);
    setBusy(null);
  };
  const click = (activityId: string, done: CardClick): void => {
    if (done.kind === 'link') openLink(done.url);
    else if (done.kind === 'execute')
      void run(activityId, () => sandbox.act(personId, { activityId, verb: done.verb, data: done.data }), false);
    else if (opensDialog(done.data)) void run(activityId, () => sandbox.dialog(personId, { activityId, data: done.data }), true);
    else void run(activityId, async () => ({ status: (await sandbox.say(personId, { value: done.data, activityId })).status }), false);
  };
  const submit = async (data: CardJson): Promise<void> => {
    if (step === null) return;
    setBusy('dialog');
    const outcome = await sandbox.dialog(personId, { activityId: step.activityId, data }).catch(() => ({ status: 502 }));
    if (went(outcome)) await conclude(step.activityId, outcome, true);
    else setStep({ ...step, failed: true });
    setBusy(null);
  };
  return { busy, step, refused, click, submit, openLink, close: () => setStep(null) };
};
