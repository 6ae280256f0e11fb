import type { Audience } from '@coaching-pairs/shared/engagement/entry';
import type { Engagement } from '@coaching-pairs/shared/wire/engagement';
import { Field, Radio, RadioGroup } from '@fluentui/react-components';
import { useState } from 'react';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { useSession, useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';

/** For whom an entry is, from where its reader stands: `of` is its author (TT-60). */
export const useAudienceText = ({ holdings }: Pick<Engagement, 'holdings'>) => {
  const { words, userId } = useSession();
  const { t } = words;
  const other = holdings.flatMap(({ coach, client }) => (coach.id === userId ? [client] : client.id === userId ? [coach] : []))[0];
  return (audience: Audience): string =>
    audience === 'held' ? t('twoTwo.audience.held', { name: other?.name ?? '' }) : t(`twoTwo.audience.${audience}`);
};

type ChoiceProps = {
  readonly engagement: Engagement;
  readonly audience: Audience;
  /** Whether there is something stored that could be shown. */
  readonly ready: boolean;
  readonly onChoose: (audience: Audience) => Promise<void>;
};

const reach = { 'only-me': 0, held: 1, 'all-four': 2 } as const satisfies Record<Audience, number>;

/** Who reads one entry. Each change is asked once more, for what has been read cannot be unread. */
export const AudienceChoice = ({ engagement, audience, ready, onChoose }: ChoiceProps) => {
  const { t } = useWords();
  const house = useHouse();
  const textOf = useAudienceText(engagement);
  const [asking, setAsking] = useState<Audience | null>(null);
  const [shown, setShown] = useState<Audience>(audience);
  const [running, setRunning] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const choose = (value: string): void => {
    const next = engagement.audiences.find((one) => one === value);
    if (next === undefined) return;
    setFault(null);
    setShown(next);
    setAsking(next);
  };
  const confirm = async (): Promise<void> => {
    if (asking === null || running) return;
    setRunning(true);
    try {
      await onChoose(asking);
      setAsking(null);
    } catch (refused) {
      setFault(refused);
    } finally {
      setRunning(false);
    }
  };
  if (engagement.audiences.length < 2) return <p className={house.small}>{t('tab.twoTwo.entry.later')}</p>;
  const wider = reach[shown] > reach[audience];
  return (
    <>
      <Field label={t('tab.twoTwo.entry.who')} {...(ready ? {} : { hint: t('tab.twoTwo.entry.first') })}>
        <RadioGroup value={audience} disabled={!ready} onChange={(_event, { value }) => choose(value)}>
          {engagement.audiences.map((one) => (
            <Radio key={one} value={one} label={textOf(one)} />
          ))}
        </RadioGroup>
      </Field>
      <ConfirmDialog
        open={asking !== null}
        title={t('tab.twoTwo.entry.show.title', { who: textOf(shown) })}
        confirm={t(wider ? 'tab.twoTwo.entry.show' : 'tab.twoTwo.entry.narrow')}
        running={running}
        onConfirm={() => void confirm()}
        onClose={() => setAsking(null)}
      >
        <p className={house.prose}>{t(wider ? 'tab.twoTwo.entry.show.text' : 'tab.twoTwo.entry.narrow.text')}</p>
        {fault !== null && <FaultBar fault={fault} />}
      </ConfirmDialog>
    </>
  );
};
