import type { AudienceChoice } from '@coaching-pairs/shared/wire/rounds';
import { Field, Radio, RadioGroup } from '@fluentui/react-components';
import { type Choice, SearchBox } from '../../../components/search-box.js';
import { useWords } from '../../../session.js';
import { PersonSearch } from '../people/person-search.js';
import { useGroupsFound } from '../people/use-search.js';
import { AudienceList } from './audience-list.js';
import { entriesFrom, namelessLines } from './entries.js';

const kinds = ['below', 'group', 'list'] as const;

/** An audience while it is being chosen; what was chosen in one way stays while another is looked at. */
export type AudienceDraft = {
  readonly kind: (typeof kinds)[number];
  readonly below: Choice | null;
  readonly group: Choice | null;
  readonly text: string;
};

export const noAudience: AudienceDraft = { kind: 'below', below: null, group: null, text: '' };

/** The audience as it is sent; null while something is missing. */
export const audienceOf = ({ kind, below, group, text }: AudienceDraft): AudienceChoice | null => {
  if (kind === 'below') return below === null ? null : { kind, personId: below.id, name: below.name };
  if (kind === 'group') return group === null ? null : { kind, groupId: group.id, name: group.name };
  const entries = entriesFrom(text);
  return entries.length === 0 || namelessLines(text).length > 0 ? null : { kind, entries: [...entries] };
};

/** What is missing, as the end of a message's id. */
export const missingIn = ({ kind, text }: AudienceDraft): AudienceDraft['kind'] | 'nameless' =>
  kind === 'list' && namelessLines(text).length > 0 ? 'nameless' : kind;

const useGroups = (text: string) => {
  const found = useGroupsFound(text);
  return { choices: found.data?.groups.map((one) => ({ ...one, detail: null })), isFetching: found.isFetching, error: found.error };
};

type PickerProps = { readonly draft: AudienceDraft; readonly change: (part: Partial<AudienceDraft>) => void; readonly fault?: string };

const Picker = ({ draft, change, fault }: PickerProps) => {
  const { t } = useWords();
  const reads = t('tab.reads.administrators');
  const why = fault === undefined ? {} : { fault };
  if (draft.kind === 'list') return <AudienceList text={draft.text} onChange={(text) => change({ text })} />;
  if (draft.kind === 'group') {
    return (
      <SearchBox
        label={t('tab.audience.group')}
        reads={reads}
        shown={draft.group?.name ?? ''}
        useFound={useGroups}
        onChoose={(group) => change({ group })}
        {...why}
      />
    );
  }
  return (
    <PersonSearch
      label={t('tab.audience.below')}
      explanation={t('tab.audience.belowText')}
      reads={reads}
      chosen={draft.below === null ? null : { ...draft.below, functionName: null }}
      onChoose={(person) => change({ below: { id: person.id, name: person.name, detail: null } })}
      {...why}
    />
  );
};

/** In which way an audience is named, and whom. */
export const AudiencePicker = (props: PickerProps) => {
  const { t } = useWords();
  const { draft, change } = props;
  return (
    <>
      <Field label={t('tab.audience.kind')}>
        <RadioGroup value={draft.kind} onChange={(_event, { value }) => change({ kind: kinds.find((one) => one === value) ?? 'below' })}>
          {kinds.map((one) => (
            <Radio key={one} value={one} label={t(`tab.audience.kind.${one}`)} />
          ))}
        </RadioGroup>
      </Field>
      <Picker {...props} />
    </>
  );
};
