import { longestNearWords } from '@coaching-pairs/shared/engagement/near';
import type { Coordinating } from '@coaching-pairs/shared/wire/engagement';
import type { Named } from '@coaching-pairs/shared/wire/parts';
import { routes } from '@coaching-pairs/shared/wire/routes';
import type { CoachEntry, CoachSuggestion } from '@coaching-pairs/shared/wire/two-two';
import { Button, Field, Select, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { AskedView } from '../../../components/asked-view.js';
import { DoButton } from '../../../components/do-button.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { useFeedback } from '../../../components/feedback.js';
import { Section } from '../../../components/section.js';
import { useCoachRegister, useCoachSuggestion } from '../../../data/two-two.js';
import { useChange } from '../../../data/use-change.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { engagementKeys } from '../engagement/use-engagement.js';

type One = Coordinating['engagements'][number];
type Possible = { readonly id: string; readonly name: string; readonly near: 'in-chain' | 'same-function' | null };
type Drafted = { readonly holds: readonly [string, string]; readonly words: string };

/** Who could coach these two if both were content: free, with an account, and not in it already in any other way. */
export const possibleOf = (
  { clients, sponsor, notThese }: Pick<One, 'clients' | 'sponsor' | 'notThese'>,
  coaches: readonly CoachEntry[],
  passedOver: CoachSuggestion['passedOver'],
): readonly Possible[] => {
  const others = new Set([...clients, ...(sponsor === null ? [] : [sponsor])].map(({ id }) => id));
  return coaches
    .filter(({ id, name, standing, hasAccount }) => {
      const isAgain = notThese.some((one) => one.id === id || one.name === name);
      return standing === 'free' && hasAccount && !others.has(id) && !isAgain;
    })
    .map(({ id, name }) => {
      const why = passedOver.find(({ coach }) => coach.id === id)?.why;
      return { id, name, near: why === 'in-chain' || why === 'same-function' ? why : null };
    });
};

/** What is missing before both clients can be asked; null where nothing is. */
export const gapOf = ({ holds: [one, other], words }: Drafted, possible: readonly Possible[]): 'two' | 'near' | 'words' | null => {
  if (one === '' || other === '' || one === other) return 'two';
  if (!possible.some(({ id, near }) => near !== null && (id === one || id === other))) return 'near';
  return words.trim() === '' ? 'words' : null;
};

type HoldsProps = {
  readonly client: Named;
  readonly possible: readonly Possible[];
  readonly value: string;
  readonly onChoose: (id: string) => void;
};

const Holds = ({ client, possible, value, onChoose }: HoldsProps) => {
  const { t } = useWords();
  const house = useHouse();
  const saidOf = ({ name, near }: Possible): string =>
    near === null ? name : t('tab.twoTwo.putForward.option', { name, why: t(`tab.twoTwo.passedOver.${near}`) });
  return (
    <Field className={house.field} label={t('tab.twoTwo.putForward.holds', { name: client.name })}>
      <Select className={house.select} value={value} onChange={(_event, { value: chosen }) => onChoose(chosen)}>
        <option value="">{t('tab.twoTwo.putForward.nobody')}</option>
        {possible.map((one) => (
          <option key={one.id} value={one.id}>
            {saidOf(one)}
          </option>
        ))}
      </Select>
    </Field>
  );
};

type FormProps = { readonly one: One; readonly clients: readonly [Named, Named]; readonly possible: readonly Possible[] };

const Form = ({ one: { id: engagementId }, clients: [first, second], possible }: FormProps) => {
  const { t } = useWords();
  const house = useHouse();
  const feedback = useFeedback();
  const [draft, setDraft] = useState<Drafted>({ holds: ['', ''], words: '' });
  const onDone = () => feedback.done(t('tab.twoTwo.putForward.done'));
  const asking = useChange(routes.coordinateEngagement, { answers: engagementKeys.coordinating, outdates: [engagementKeys.all], onDone });
  const [one, other] = draft.holds;
  const gap = gapOf(draft, possible);
  const holdings = [
    { coachId: one, clientId: first.id },
    { coachId: other, clientId: second.id },
  ];
  const send = (): void => {
    if (gap === null) asking.mutate({ params: { engagementId }, body: { change: { kind: 'put-forward', holdings, words: draft.words } } });
  };
  return (
    <div className={house.stack}>
      <Holds client={first} possible={possible} value={one} onChoose={(id) => setDraft({ ...draft, holds: [id, other] })} />
      <Holds client={second} possible={possible} value={other} onChoose={(id) => setDraft({ ...draft, holds: [one, id] })} />
      <Field className={house.field} label={t('tab.twoTwo.putForward.words')} hint={t('tab.twoTwo.putForward.words.hint')}>
        <Textarea
          resize="vertical"
          maxLength={longestNearWords}
          value={draft.words}
          onChange={(_event, { value }) => setDraft({ ...draft, words: value })}
        />
      </Field>
      {asking.error !== null && <FaultBar fault={asking.error} />}
      <div className={house.actions}>
        <DoButton whyNot={gap === null ? null : t(`tab.twoTwo.putForward.missing.${gap}`)} running={asking.isPending} onClick={send}>
          {t('tab.twoTwo.putForward.send')}
        </DoButton>
      </div>
    </div>
  );
};

type ChoosingProps = Pick<FormProps, 'one' | 'clients'>;

const Choosing = ({ one, clients }: ChoosingProps) => {
  const register = useCoachRegister();
  const [{ id: first }, { id: second }] = clients;
  const suggestion = useCoachSuggestion({ one: first, other: second, language: '', sponsor: one.sponsor?.id ?? '' });
  return (
    <AskedView asked={register}>
      {({ coaches }) => (
        <AskedView asked={suggestion}>
          {({ passedOver }) => <Form one={one} clients={clients} possible={possibleOf(one, coaches, passedOver)} />}
        </AskedView>
      )}
    </AskedView>
  );
};

/** Where nobody else is possible: a coach who is near to a client, with words why, before both clients alone (TT-01). */
export const PutForward = ({ one }: { readonly one: One }) => {
  const { t, list } = useWords();
  const house = useHouse();
  const [open, setOpen] = useState(false);
  const [first, second] = one.clients;
  if (first === undefined || second === undefined) return null;
  return (
    <Section title={t('tab.twoTwo.putForward.title')}>
      <p className={house.prose}>{t('tab.twoTwo.putForward.text')}</p>
      {one.notThese.length > 0 && (
        <p className={house.small} style={{ margin: 0 }}>
          {t('tab.twoTwo.putForward.before', { names: list(one.notThese.map(({ name }) => name)) })}
        </p>
      )}
      {open ? (
        <Choosing one={one} clients={[first, second]} />
      ) : (
        <div className={house.actions}>
          <Button onClick={() => setOpen(true)}>{t('tab.twoTwo.putForward.open')}</Button>
        </div>
      )}
    </Section>
  );
};
