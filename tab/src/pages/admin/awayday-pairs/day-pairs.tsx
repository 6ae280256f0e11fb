import type { FeedbackBoard } from '@coaching-pairs/shared/wire/feedback';
import type { Named } from '@coaching-pairs/shared/wire/parts';
import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useState } from 'react';
import { NameFilter } from '../../../components/name-filter.js';
import { Person } from '../../../components/person.js';
import { Section } from '../../../components/section.js';
import { ShowMore } from '../../../components/show-more.js';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import { useGroupCard } from '../matching/group-card.js';
import { isSought } from './made-pairs.js';
import { useFeedbackChanges } from './use-board.js';

type OnPress = (person: Named) => void;

type PeopleProps = {
  readonly title: string;
  readonly text: string;
  readonly people: readonly Named[];
  readonly running: boolean;
  readonly onCame: OnPress;
};

/** People who are in no pair, each with a button that says they are here. */
const Missing = ({ title, text, people, running, onCame }: PeopleProps) => {
  const { t } = useWords();
  const house = useHouse();
  if (people.length === 0) return null;
  return (
    <Section title={title}>
      <p className={house.prose}>{text}</p>
      <ShowMore items={people} step={12}>
        {(shown) => (
          <ul className={house.list}>
            {shown.map((one) => (
              <li key={one.id} className={`${house.beside} ${house.field}`}>
                <Person person={one} size={24} />
                <Button
                  size="small"
                  disabledFocusable={running}
                  aria-label={t('tab.feedbackPairs.day.hereFor', { name: one.name })}
                  onClick={() => onCame(one)}
                >
                  {t('tab.feedbackPairs.day.here')}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </ShowMore>
    </Section>
  );
};

type GroupProps = { readonly members: readonly Named[]; readonly running: boolean; readonly onGone: OnPress };

const DayGroup = ({ members, running, onGone }: GroupProps) => {
  const { t } = useWords();
  const house = useHouse();
  const card = useGroupCard();
  return (
    <li className={card.card}>
      {members.map((one) => (
        <div key={one.id} className={house.beside}>
          <Person person={one} size={24} />
          <Button
            size="small"
            disabledFocusable={running}
            aria-label={t('tab.feedbackPairs.day.goneFor', { name: one.name })}
            onClick={() => onGone(one)}
          >
            {t('tab.feedbackPairs.day.gone')}
          </Button>
        </div>
      ))}
    </li>
  );
};

/** The announced pairs, from a phone on the day: who is not there, who came, and the way back. */
export const DayPairs = ({ roundId, board }: { readonly roundId: string; readonly board: FeedbackBoard }) => {
  const { t } = useWords();
  const house = useHouse();
  const changes = useFeedbackChanges(roundId);
  const [sought, setSought] = useState('');
  const meant = (people: readonly Named[]) => people.filter((one) => isSought(sought, [one]));
  const came = ({ id, name }: Named): void => changes.came(id, name);
  const { running } = changes;
  return (
    <div className={house.parts}>
      <Section title={t('tab.feedbackPairs.day.title')}>
        <p className={house.prose}>{t('tab.feedbackPairs.day.text')}</p>
        {board.mayUndo && (
          <div className={house.actions}>
            <Button disabledFocusable={running} onClick={changes.undo}>
              {t('tab.feedbackPairs.day.undo')}
            </Button>
          </div>
        )}
        {board.alone.length > 0 && (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>
              {t('tab.feedbackPairs.day.alone', { names: board.alone.map(({ name }) => name).join(', '), count: board.alone.length })}
            </MessageBarBody>
          </MessageBar>
        )}
        <NameFilter label={t('tab.people.search')} value={sought} onChange={setSought} />
        <ShowMore items={board.groups.filter(({ members }) => isSought(sought, members))} step={24}>
          {(shown) => (
            <ul className={house.grid}>
              {shown.map(({ members }) => (
                <DayGroup
                  key={members.map(({ id }) => id).join(' ')}
                  members={members}
                  running={running}
                  onGone={({ id, name }) => changes.gone(id, name)}
                />
              ))}
            </ul>
          )}
        </ShowMore>
      </Section>
      <Missing
        title={t('tab.feedbackPairs.day.absent')}
        text={t('tab.feedbackPairs.day.absentText')}
        people={meant(board.absent)}
        running={running}
        onCame={came}
      />
      <Missing
        title={t('tab.feedbackPairs.day.others')}
        text={t('tab.feedbackPairs.day.othersText')}
        people={meant(board.others)}
        running={running}
        onCame={came}
      />
    </div>
  );
};
