import type { Notice } from '@coaching-pairs/shared/wire/parts';
import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useWords } from '../session.js';
import { useHouse } from '../style/house.js';

const intents = { info: 'info', warning: 'warning', blocking: 'error' } as const;
const shownNames = 12;

const NoticeNames = ({ notice }: { readonly notice: Notice }) => {
  const { t, list } = useWords();
  const house = useHouse();
  if (notice.people.length === 0) return null;
  const names = notice.people.slice(0, shownNames).map((person) => person.name);
  const rest = notice.people.length - names.length;
  const text = rest > 0 ? t('tab.list.namesAndMore', { names: names.join(', '), count: rest }) : list(names);
  return <div className={house.small}>{text}</div>;
};

type NoticeListProps = {
  readonly notices: readonly Notice[];
  /** The way to where something can be put right, by the notice's code. */
  readonly ways?: Readonly<Record<string, ReactNode>>;
};

/** What the organiser should know, the gravest first. */
export const NoticeList = ({ notices, ways = {} }: NoticeListProps) => {
  const house = useHouse();
  const order = ['blocking', 'warning', 'info'];
  const sorted = [...notices].sort((one, other) => order.indexOf(one.severity) - order.indexOf(other.severity));
  if (sorted.length === 0) return null;
  return (
    <ul className={house.list}>
      {sorted.map((notice) => (
        <li key={`${notice.code} ${notice.text}`}>
          <MessageBar intent={intents[notice.severity]} layout="multiline">
            <MessageBarBody>
              {notice.text} {ways[notice.code]}
              <NoticeNames notice={notice} />
            </MessageBarBody>
          </MessageBar>
        </li>
      ))}
    </ul>
  );
};
