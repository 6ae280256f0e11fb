import type { AudienceChoice, RoundOverview } from '@coaching-pairs/shared/wire/rounds';
import { routes } from '@coaching-pairs/shared/wire/routes';
import { Button, Field, Radio, RadioGroup } from '@fluentui/react-components';
import { useState } from 'react';
import { DoButton } from '../../../components/do-button.js';
import { FaultBar } from '../../../components/fault-bar.js';
import { type Choice, SearchBox } from '../../../components/search-box.js';
import { keys } from '../../../data/keys.js';
import { isRunning } from '../../../data/running.js';
import { useChange } from '../../../data/use-change.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { PersonSearch } from '../people/person-search.js';
import { useGroupsFound } from '../people/use-search.js';
import { AudienceList } from './audience-list.js';
import { entriesFrom, namelessLines } from './entries.js';

const kinds = ['below', 'group', 'list'] as const;
type Kind = (typeof kinds)[number];
type Chosen = { readonly below: Choice | null; readonly group: Choice | null; readonly text: string };

const useGroups = (text: string) => {
  const found = useGroupsFound(text);
  return { choices: found.data?.groups.map((one) => ({ ...one, detail: null })), isFetching: found.isFetching, error: found.error };
};

const audienceOf = (kind: Kind, chosen: Chosen): AudienceChoice | null => {
  if (kind === 'below') return chosen.below === null ? null : { kind, personId: chosen.below.id, name: chosen.below.name };
  if (kind === 'group') return chosen.group === null ? null : { kind, groupId: chosen.group.id, name: chosen.group.name };
  const entries = entriesFrom(chosen.text);
  return entries.length === 0 || namelessLines(chosen.text).length > 0 ? null : { kind, entries: [...entries] };
};

type PickerProps = { readonly kind: Kind; readonly chosen: Chosen; readonly change: (part: Partial<Chosen>) => void };

const Picker = ({ kind, chosen, change }: PickerProps) => {
  const { t } = useWords();
  const reads = t('tab.reads.administrators');
  if (kind === 'list') return <AudienceList text={chosen.text} onChange={(text) => change({ text })} />;
  if (kind === 'group') {
    return (
      <SearchBox
        label={t('tab.audience.group')}
        reads={reads}
        shown={chosen.group?.name ?? ''}
        useFound={useGroups}
        onChoose={(group) => change({ group })}
      />
    );
  }
  const below = chosen.below === null ? null : { ...chosen.below, functionName: null };
  return (
    <PersonSearch
      label={t('tab.audience.below')}
      explanation={t('tab.audience.belowText')}
      reads={reads}
      chosen={below}
      onChoose={(person) => change({ below: { id: person.id, name: person.name, detail: null } })}
    />
  );
};

/** Chooses the population and begins to read it from the directory. */
export const AudienceForm = ({ round, onDone }: { readonly round: RoundOverview; readonly onDone: () => void }) => {
  const { t } = useWords();
  const house = useHouse();
  const [kind, setKind] = useState<Kind>('below');
  const [chosen, setChosen] = useState<Chosen>({ below: null, group: null, text: '' });
  const choose = useChange(routes.chooseAudience, { outdates: [keys.overview(round.id)] });
  const audience = audienceOf(kind, chosen);
  const missing = kind === 'list' && namelessLines(chosen.text).length > 0 ? 'nameless' : kind;
  const busy = round.works.some(isRunning) ? t('tab.why.working') : null;
  return (
    <>
      <Field label={t('tab.audience.kind')}>
        <RadioGroup value={kind} onChange={(_event, { value }) => setKind(kinds.find((one) => one === value) ?? 'below')}>
          {kinds.map((one) => (
            <Radio key={one} value={one} label={t(`tab.audience.kind.${one}`)} />
          ))}
        </RadioGroup>
      </Field>
      <Picker kind={kind} chosen={chosen} change={(part) => setChosen((before) => ({ ...before, ...part }))} />
      {choose.error !== null && <FaultBar fault={choose.error} />}
      <div className={house.actions}>
        <DoButton
          running={choose.isPending}
          whyNot={audience === null ? t(`tab.audience.why.${missing}`) : busy}
          onClick={() => audience !== null && choose.mutate({ params: { roundId: round.id }, body: { audience } }, { onSuccess: onDone })}
        >
          {t('tab.audience.choose')}
        </DoButton>
        {round.audience !== null && <Button onClick={onDone}>{t('tab.action.cancel')}</Button>}
      </div>
    </>
  );
};
