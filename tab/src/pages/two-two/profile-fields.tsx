import { mostAtATime } from '@coaching-pairs/shared/coaches/coach';
import { Field, Input, SpinButton, Switch } from '@fluentui/react-components';
import { WhoReads } from '../../components/who-reads.js';
import { useWords } from '../../session.js';
import { useHouse } from '../../style/house.js';

/** What a form of the register holds; languages as they are typed, one after the other. */
export type ProfileDraft = { readonly languages: string; readonly place: string; readonly capacity: number; readonly paused: boolean };

type Known = { readonly languages: readonly string[]; readonly place: string; readonly capacity: number; readonly paused: boolean };

export const draftOf = ({ languages, place, capacity, paused }: Known): ProfileDraft => ({
  ...{ languages: languages.join(', '), place, capacity, paused },
});

/** As it is sent: each language once, without what stands around it. */
export const profileOf = ({ languages, place, capacity, paused }: ProfileDraft) => ({
  languages: [...new Set(languages.split(/[,;\n]/u).map((one) => one.trim()))].filter((one) => one !== ''),
  ...{ place: place.trim(), capacity, paused },
});

const capacityFrom = (value: number | null | undefined, shown: string | undefined): number => {
  const wanted = Math.round(value ?? Number(shown ?? ''));
  return Number.isFinite(wanted) && wanted >= 1 ? Math.min(mostAtATime, wanted) : 1;
};

type Fields = { readonly draft: ProfileDraft; readonly onChange: (draft: ProfileDraft) => void; readonly reads: string };

/** How many engagements at a time. */
export const CapacityField = ({ value, onChange }: { readonly value: number; readonly onChange: (value: number) => void }) => {
  const { t } = useWords();
  return (
    <Field
      label={t('tab.twoTwo.field.capacity')}
      hint={t('tab.twoTwo.field.capacity.hint', { most: mostAtATime })}
      style={{ maxWidth: '280px' }}
    >
      <SpinButton
        min={1}
        max={mostAtATime}
        value={value}
        onChange={(_event, { value: next, displayValue }) => onChange(capacityFrom(next, displayValue))}
      />
    </Field>
  );
};

/** Languages, place, capacity and pause: the coach and the coordinator write these in the same way. */
export const ProfileFields = ({ draft, onChange, reads }: Fields) => {
  const { t } = useWords();
  const house = useHouse();
  const put = (next: Partial<ProfileDraft>) => onChange({ ...draft, ...next });
  const hint = (text: string) => (
    <span className={house.tight}>
      <span>{text}</span>
      <WhoReads text={reads} />
    </span>
  );
  return (
    <>
      <Field className={house.field} label={t('tab.twoTwo.field.languages')} hint={hint(t('tab.twoTwo.field.languages.hint'))}>
        <Input maxLength={400} value={draft.languages} onChange={(_event, { value }) => put({ languages: value })} />
      </Field>
      <Field className={house.field} label={t('tab.twoTwo.field.place')} hint={hint(t('tab.twoTwo.field.place.hint'))}>
        <Input maxLength={120} value={draft.place} onChange={(_event, { value }) => put({ place: value })} />
      </Field>
      <CapacityField value={draft.capacity} onChange={(capacity) => put({ capacity })} />
      <Switch checked={draft.paused} label={t('tab.twoTwo.field.paused')} onChange={(_event, { checked }) => put({ paused: checked })} />
    </>
  );
};
