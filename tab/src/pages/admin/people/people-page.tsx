import { peopleFilters, type RoundPerson } from '@coaching-pairs/shared/wire/people';
import { useRef, useState } from 'react';
import { Link } from 'wouter';
import { AskedView } from '../../../components/asked-view.js';
import { NameFilter } from '../../../components/name-filter.js';
import { Page } from '../../../components/page.js';
import { Section } from '../../../components/section.js';
import { useKeptFocus } from '../../../components/use-kept-focus.js';
import { VirtualList } from '../../../components/virtual-list.js';
import { useOverview } from '../../../data/admin.js';
import { type PeopleAsked, useRoundPeople } from '../../../data/round-people.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { isNotYours, NotYours } from '../round/not-yours.js';
import { NothingLeft } from '../round/nothing-left.js';
import { ApartSection } from './apart-section.js';
import { ChoiceFilter } from './choice-filter.js';
import { CorrectDialog } from './correct-dialog.js';
import { FileSection } from './file-section.js';
import { useTools } from './people-list.js';
import { PersonLine } from './person-line.js';

type ToolsProps = { readonly asked: PeopleAsked; readonly functions: readonly string[]; readonly onAsk: (asked: PeopleAsked) => void };

const Tools = ({ asked, functions, onAsk }: ToolsProps) => {
  const { t } = useWords();
  const { tools, alone: search, even: filter } = useTools();
  return (
    <div className={tools}>
      <NameFilter
        className={search}
        label={t('tab.people.searchBoth')}
        value={asked.text ?? ''}
        onChange={(text) => onAsk({ ...asked, text })}
      />
      <ChoiceFilter
        className={filter}
        label={t('tab.people.byFunction')}
        all={t('tab.people.everyFunction')}
        choices={functions.map((name) => ({ value: name, text: name }))}
        chosen={asked.function}
        onChoose={(name) => onAsk({ ...asked, function: name })}
      />
      <ChoiceFilter
        className={filter}
        label={t('tab.people.filter')}
        all={t('tab.people.everyAnswer')}
        choices={peopleFilters.answer.map((one) => ({ value: one, text: t(`tab.people.filter.${one}`) }))}
        chosen={asked.answer}
        onChoose={(answer) => onAsk({ ...asked, answer: peopleFilters.answer.find((one) => one === answer) })}
      />
      <ChoiceFilter
        className={filter}
        label={t('tab.people.byChain')}
        all={t('tab.people.everyChain')}
        choices={peopleFilters.chain.map((one) => ({ value: one, text: t(`tab.people.chain.${one}`) }))}
        chosen={asked.chain}
        onChoose={(chain) => onAsk({ ...asked, chain: peopleFilters.chain.find((one) => one === chain) })}
      />
      <ChoiceFilter
        className={filter}
        label={t('tab.people.byCorrected')}
        all={t('tab.people.everyCorrected')}
        choices={peopleFilters.corrected.map((one) => ({ value: one, text: t(`tab.people.corrected.${one}`) }))}
        chosen={asked.corrected}
        onChoose={(corrected) => onAsk({ ...asked, corrected: peopleFilters.corrected.find((one) => one === corrected) })}
      />
    </div>
  );
};

const Everybody = ({ roundId }: { readonly roundId: string }) => {
  const { t } = useWords();
  const house = useHouse();
  const [asked, setAsked] = useState<PeopleAsked>({});
  const [editing, setEditing] = useState<RoundPerson | null>(null);
  const people = useRoundPeople(roundId, asked);
  return (
    <Section title={t('tab.people.title')}>
      <Tools asked={asked} functions={people.data?.functions ?? []} onAsk={setAsked} />
      <AskedView asked={people}>
        {(known) => (
          <>
            <span role="status" className={house.small}>
              {known.total === 0 ? t('tab.people.nobody') : t('tab.people.found', { count: known.total })}
            </span>
            <VirtualList
              key={JSON.stringify(asked)}
              label={t('tab.people.title')}
              items={known.people}
              total={known.total}
              keyOf={({ person }) => person.id}
              more={people.more}
            >
              {(one) => <PersonLine one={one} onCorrect={() => setEditing(one)} />}
            </VirtualList>
          </>
        )}
      </AskedView>
      {editing !== null && <CorrectDialog roundId={roundId} one={editing} onClose={() => setEditing(null)} />}
    </Section>
  );
};

/** Everybody of a round, to be looked up and put right, and who is kept apart. */
export const PeoplePage = ({ roundId }: { readonly roundId: string }) => {
  const { t } = useWords();
  const house = useHouse();
  const overview = useOverview(roundId);
  const place = useRef<HTMLDivElement>(null);
  useKeptFocus(place);
  if (isNotYours(overview.error)) return <NotYours />;
  const back = (
    <Link to={`/admin/${encodeURIComponent(roundId)}/organisation`} className={house.small}>
      {overview.data?.name ?? t('tab.administrators.backToRound')}
    </Link>
  );
  return (
    <Page title={t('tab.people.title')} lead={t('tab.people.lead')} above={back}>
      <div ref={place} className={house.parts}>
        <AskedView asked={overview}>
          {({ state, name }) =>
            state === 'closed' ? (
              <NothingLeft step="organisation" />
            ) : (
              <>
                <Everybody roundId={roundId} />
                <ApartSection roundId={roundId} />
                <FileSection round={{ id: roundId, name }} />
              </>
            )
          }
        </AskedView>
      </div>
    </Page>
  );
};
