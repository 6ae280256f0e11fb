import { instant } from '@coaching-pairs/shared/ids';
import type { Sessions, SessionTimes } from '@coaching-pairs/shared/wire/sessions';
import { Checkbox, MessageBar, MessageBarBody, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { AskedView } from '../../../components/asked-view.js';
import { DoButton } from '../../../components/do-button.js';
import { OutlookBar } from '../../../components/outlook-bar.js';
import { Section } from '../../../components/section.js';
import { useSession } from '../../../session.js';
import { useHouse } from '../../../style/house.js';
import type { Booking } from './book-dialog.js';
import { elsewhereText, type Zones } from './clocks.js';
import { HowToMeet, usualManner } from './how-to-meet.js';
import { useSessionTimes } from './use-sessions.js';

type Suggested = SessionTimes['sessions'][number];
type Choice = { readonly start: string; readonly wanted: boolean };
type PlannedProps = {
  readonly place: number;
  readonly suggested: Suggested;
  readonly choice: Choice;
  readonly zones: Zones;
  readonly onChange: (choice: Choice) => void;
};

/** One of the suggested sessions: taken or not, and at which of its times. */
const Planned = ({ place, suggested, choice, zones, onChange }: PlannedProps) => {
  const { words, zone } = useSession();
  const house = useHouse();
  const name = words.t('tab.sessions.number', { number: place });
  const times = [suggested.start, ...suggested.alternatives].sort();
  return (
    <li className={house.tight}>
      <Checkbox
        checked={choice.wanted}
        label={name}
        onChange={(_event, { checked }) => onChange({ ...choice, wanted: checked === true })}
      />
      <Select
        aria-label={words.t('tab.sessions.timeOf', { session: name })}
        className={house.field}
        value={choice.start}
        onChange={(_event, { value }) => onChange({ start: value, wanted: true })}
      >
        {times.map((at) => (
          <option key={at} value={at}>
            {words.slot(instant(at), zone)}
          </option>
        ))}
      </Select>
      <span className={house.small}>{elsewhereText(words, zones, choice.start, zone)}</span>
    </li>
  );
};

const Notes = ({ times }: { readonly times: SessionTimes }) => {
  const { t, list } = useSession().words;
  const said = [
    ...(times.stretch > 0 ? [t('tab.sessions.stretched', { hours: times.stretch / 60 })] : []),
    ...(times.unread.length > 0 ? [t('tab.sessions.unread', { names: list(times.unread.map(({ name }) => name)) })] : []),
    ...(times.missing > 0 ? [t('tab.sessions.missing', { count: times.missing })] : []),
  ];
  return said.map((text) => (
    <MessageBar key={text} intent="warning" layout="multiline">
      <MessageBarBody>{text}</MessageBarBody>
    </MessageBar>
  ));
};

type OnBook = { readonly page: Sessions; readonly onBook: (booking: Booking) => void };

type PlanProps = OnBook & { readonly times: SessionTimes; readonly again: () => void };

const Plan = ({ page, times, again, onBook }: PlanProps) => {
  const { t } = useSession().words;
  const house = useHouse();
  const [choices, setChoices] = useState(() => times.sessions.map(({ start }): Choice => ({ start, wanted: true })));
  const [manner, setManner] = useState(usualManner);
  const wanted = choices.filter((choice) => choice.wanted).map(({ start }) => start);
  const having = page.sessions.length;
  return (
    <>
      {page.calendar === 'fine' && <OutlookBar {...times} again={again} />}
      <Notes times={times} />
      <ol className={house.grid}>
        {times.sessions.map((suggested, place) => (
          <Planned
            key={suggested.start}
            place={having + place + 1}
            suggested={suggested}
            choice={choices[place] ?? { start: suggested.start, wanted: false }}
            zones={page.zones}
            onChange={(choice) => setChoices((before) => before.map((one, at) => (at === place ? choice : one)))}
          />
        ))}
      </ol>
      <HowToMeet manner={manner} onChange={setManner} />
      {having + wanted.length < page.fewest && <span className={house.small}>{t('tab.sessions.tooFew', { fewest: page.fewest })}</span>}
      <div className={house.actions}>
        <DoButton
          onClick={() => onBook({ ...manner, starts: wanted, minutes: times.minutes })}
          whyNot={wanted.length === 0 ? t('tab.sessions.chooseOne') : null}
        >
          {t('tab.sessions.book', { count: wanted.length })}
        </DoButton>
      </div>
    </>
  );
};

/** Suggests what lacks to six sessions, ready to be booked as it stands. */
export const PlanPanel = ({ roundId, page, onBook }: OnBook & { readonly roundId: string }) => {
  const { t } = useSession().words;
  const house = useHouse();
  const times = useSessionTimes(roundId, page.sessions.length, true);
  const lacking = page.fewest - page.sessions.length;
  return (
    <Section title={t('tab.sessions.plan.title', { count: lacking })} accent>
      <p className={house.prose}>{t('tab.sessions.plan.text', { names: page.members.length - 1 })}</p>
      <AskedView asked={times}>
        {(found) => (
          <Plan
            key={`${page.sessions.length} ${found.calendar}`}
            page={page}
            times={found}
            again={() => void times.refetch()}
            onBook={onBook}
          />
        )}
      </AskedView>
    </Section>
  );
};
