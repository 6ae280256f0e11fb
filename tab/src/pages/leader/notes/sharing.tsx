import type { Notes } from '@coaching-pairs/shared/wire/notes';
import { Field, Radio, RadioGroup } from '@fluentui/react-components';
import { useState } from 'react';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import type { Autosave, Draft } from './autosave.js';
import { useSharing } from './use-notes.js';

type SharingProps = { readonly pairs: Notes['pairs']; readonly draft: Draft; readonly autosave: Autosave };

/** Nobody, as the value of a choice. */
const alone = 'alone';

const sharedIn = (pairs: Notes['pairs'], { stored }: Draft): string =>
  pairs.find(({ partners }) => partners.some(({ id }) => stored?.sharedWith.some((one) => one.id === id)))?.roundId ?? alone;

/** Who reads this one note: its author alone, until they say otherwise. Asked once more before it is shown, never before it is taken back. */
export const Sharing = ({ pairs, draft, autosave }: SharingProps) => {
  const { t, list } = useWords();
  const house = useHouse();
  const { share, to } = useSharing(autosave);
  const [asking, setAsking] = useState<string | null>(null);
  const namesOf = (roundId: string | null): string =>
    list((pairs.find((pair) => pair.roundId === roundId)?.partners ?? []).map(({ name }) => name));
  const now = sharedIn(pairs, draft);
  if (pairs.length === 0) return null;
  const none = () => undefined;
  const choose = (value: string): void => {
    if (share.isPending) return;
    if (value === alone) void to(null).catch(none);
    else setAsking(value);
  };
  const confirm = (): void => void to(asking).then(() => setAsking(null), none);
  const room = (index: number): string => (pairs.length > 1 ? ` (${pairs[index]?.roundName ?? ''})` : '');
  return (
    <>
      <Field label={t('tab.notes.sharing')} {...(draft.stored === null ? { hint: t('tab.notes.sharing.first') } : {})}>
        <RadioGroup value={now} disabled={draft.stored === null} onChange={(_event, { value }) => choose(value)}>
          <Radio value={alone} label={t('tab.notes.sharing.alone')} />
          {pairs.map(({ roundId }, index) => (
            <Radio key={roundId} value={roundId} label={`${t('tab.notes.sharing.with', { names: namesOf(roundId) })}${room(index)}`} />
          ))}
        </RadioGroup>
      </Field>
      {asking === null && share.error !== null && <FaultBar fault={share.error} />}
      <ConfirmDialog
        open={asking !== null}
        title={t('tab.notes.share.title', { names: namesOf(asking) })}
        confirm={t('tab.notes.share.confirm')}
        running={share.isPending}
        onConfirm={confirm}
        onClose={() => setAsking(null)}
      >
        <p className={house.prose}>{t('tab.notes.share.text', { names: namesOf(asking) })}</p>
        {share.error !== null && <FaultBar fault={share.error} />}
      </ConfirmDialog>
    </>
  );
};
