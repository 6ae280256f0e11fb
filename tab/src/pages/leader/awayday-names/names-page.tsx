import type { MyFeedback } from '@coaching-pairs/shared/wire/feedback';
import type { Named } from '@coaching-pairs/shared/wire/parts';
import { Field, MessageBar, MessageBarBody, Radio, RadioGroup } from '@fluentui/react-components';
import { useState } from 'react';
import { AskedPage } from '../../../components/asked-page.js';
import { DoButton } from '../../../components/do-button.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { useFeedback } from '../../../components/feedback.js';
import { Section } from '../../../components/section.js';
import { WhoReads } from '../../../components/who-reads.js';
import { useMe } from '../../../data/me.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { NameSlot } from './name-slot.js';
import { useLastMinute, useMyFeedback, useSaveFeedback } from './use-names.js';

type PartProps = { readonly roundId: string; readonly mine: MyFeedback };

const Attending = ({
  attends,
  open,
  onChange,
}: {
  readonly attends: boolean;
  readonly open: boolean;
  readonly onChange: (yes: boolean) => void;
}) => {
  const { t } = useWords();
  const house = useHouse();
  return (
    <Section title={t('tab.names.attend.title')}>
      <p className={house.prose}>{t('tab.names.attend.text')}</p>
      <Field label={t('tab.names.attend.label')} hint={<WhoReads text={t('tab.names.attend.reads')} />}>
        <RadioGroup value={attends ? 'yes' : 'no'} disabled={!open} onChange={(_event, { value }) => onChange(value === 'yes')}>
          <Radio value="yes" label={t('tab.names.attend.yes')} />
          <Radio value="no" label={t('tab.names.attend.no')} />
        </RadioGroup>
      </Field>
    </Section>
  );
};

type Draft = { readonly attends: boolean; readonly first: Named | null; readonly second: Named | null };

const isSame = (draft: Draft, mine: MyFeedback): boolean =>
  draft.attends === mine.attends && draft.first?.id === mine.first?.id && draft.second?.id === mine.second?.id && mine.said;

const useSaving = (roundId: string, mine: MyFeedback) => {
  const { t } = useWords();
  const feedback = useFeedback();
  const [draft, setDraft] = useState<Draft>({ attends: mine.attends, first: mine.first, second: mine.second });
  const save = useSaveFeedback(roundId);
  const { attends, first, second } = draft;
  const onlyOne = (first === null) !== (second === null);
  const same = isSame(draft, mine);
  const whyNot = attends && onlyOne ? t('tab.names.both') : same ? t('tab.names.asSaved') : null;
  const body = { attends, named: attends && first !== null && second !== null ? { first: first.id, second: second.id } : null };
  const saveIt = (): void => save.mutate({ params: { roundId }, body }, { onSuccess: () => feedback.done(t('tab.names.saved')) });
  return {
    draft,
    change: (part: Partial<Draft>): void => setDraft({ ...draft, ...part }),
    whyNot,
    save: saveIt,
    running: save.isPending,
    fault: save.error,
  };
};

const Whom = ({
  roundId,
  mine,
  draft,
  onChange,
}: PartProps & { readonly draft: Draft; readonly onChange: (part: Partial<Draft>) => void }) => {
  const { t, list } = useWords();
  const house = useHouse();
  const open = mine.names === 'open';
  const partners = mine.partners.map(({ name }) => name);
  return (
    <Section title={t('tab.names.whom.title')}>
      <p className={house.prose}>
        {t('tab.names.whom.text')} {partners.length > 0 && t('tab.names.whom.partners', { partners: list(partners, 'or') })}
      </p>
      <p className={house.prose}>{t('tab.names.whom.promise')}</p>
      <NameSlot
        roundId={roundId}
        which="first"
        person={draft.first}
        other={draft.second}
        open={open}
        onChange={(first) => onChange({ first })}
      />
      <NameSlot
        roundId={roundId}
        which="second"
        person={draft.second}
        other={draft.first}
        open={open}
        onChange={(second) => onChange({ second })}
      />
      <WhoReads text={t('tab.names.private')} />
    </Section>
  );
};

const Names = ({ roundId, mine }: PartProps) => {
  const { t } = useWords();
  const house = useHouse();
  const saving = useSaving(roundId, mine);
  const last = useLastMinute(mine) ?? '';
  const open = mine.names === 'open';
  return (
    <div className={house.parts}>
      {!open && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{t('tab.names.closed', { when: last })}</MessageBarBody>
        </MessageBar>
      )}
      <Attending attends={saving.draft.attends} open={open} onChange={(attends) => saving.change({ attends })} />
      {saving.draft.attends && <Whom roundId={roundId} mine={mine} draft={saving.draft} onChange={saving.change} />}
      {saving.fault !== null && <FaultBar fault={saving.fault} />}
      {open && (
        <div className={house.tight}>
          <div className={house.actions}>
            <DoButton onClick={saving.save} whyNot={saving.whyNot} running={saving.running}>
              {t('tab.names.save')}
            </DoButton>
          </div>
          <span className={house.small}>{t('tab.names.until', { when: last })}</span>
        </div>
      )}
      <p className={`${house.prose} ${house.quiet}`}>{t('tab.names.kept')}</p>
    </div>
  );
};

/** Whether I take part in a feedback pair at the Awayday, and the two colleagues I would like to hear from (CP-81). */
export const NamesPage = ({ roundId }: { readonly roundId: string }) => {
  const { t } = useWords();
  const house = useHouse();
  const me = useMe();
  const mine = useMyFeedback(roundId);
  const round = me.data?.rounds.find(({ id }) => id === roundId)?.name;
  const lead = round === undefined ? undefined : t('tab.names.lead', { round });
  const back = { to: `/round/${encodeURIComponent(roundId)}`, children: t('tab.sessions.back') };
  return (
    <AskedPage title={t('tab.names.title')} back={back} lead={lead} asked={mine}>
      {(known) =>
        known.names === 'not-asked' ? <p className={house.prose}>{t('tab.names.notAsked')}</p> : <Names roundId={roundId} mine={known} />
      }
    </AskedPage>
  );
};
