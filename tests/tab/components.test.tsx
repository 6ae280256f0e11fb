import { whoSeesWhat } from '@coaching-pairs/shared/disclosure/who-sees-what';
import { wordsFor } from '@coaching-pairs/shared/words/words';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { NoticeList } from '../../tab/src/components/notice-list.js';
import { Person } from '../../tab/src/components/person.js';
import { ShowMore } from '../../tab/src/components/show-more.js';
import { WhoSeesPanel } from '../../tab/src/components/who-sees-panel.js';
import { DeliveryLines } from '../../tab/src/pages/admin/delivery/delivery-lines.js';
import { SessionProvider } from '../../tab/src/session.js';
import { inventedLeaders } from './fake/people.js';

afterEach(cleanup);

const show = (page: Parameters<typeof render>[0]) =>
  render(
    <SessionProvider
      value={{ words: wordsFor('en-GB'), call: () => Promise.reject(new Error('Nothing is asked here.')), zone: 'UTC', userId: 'me' }}
    >
      {page}
    </SessionProvider>,
  );

describe('who sees what', () => {
  it('[C-01] has a line for each thing, with each circle that sees it', () => {
    show(<WhoSeesPanel />);
    expect(screen.getAllByRole('term')).toHaveLength(whoSeesWhat.length);
    const decline = screen.getByText('That you would rather not take a match, and whom you suggest instead').closest('div');
    expect(decline === null ? null : within(decline).getByRole('definition').textContent).toBe('the people partner');
    for (const beyond of [/eDiscovery/, /delegates/, /Administrators of Exchange/, /storage and its key/])
      expect(screen.getByText(beyond)).toBeDefined();
  });
});

describe('somebody', () => {
  it('[CP-61] is shown by name and function alone', () => {
    const { container } = show(<Person person={{ id: 'priya', name: 'Priya Shah', functionName: 'Finance' }} />);
    expect(container.textContent?.replace('PS', '')).toBe('Priya ShahFinance');
  });
});

describe('a list of a thousand', () => {
  it('comes a part at a time, and says how much of it is shown', () => {
    show(
      <ShowMore items={inventedLeaders(1_000)}>
        {(shown) => (
          <ul>
            {shown.map((one) => (
              <li key={one.id}>{one.name}</li>
            ))}
          </ul>
        )}
      </ShowMore>,
    );
    expect(screen.getAllByRole('listitem')).toHaveLength(30);
    fireEvent.click(screen.getByRole('button', { name: 'Show 30 more' }));
    expect(screen.getAllByRole('listitem')).toHaveLength(60);
    expect(screen.getByText('60 of 1,000 shown')).toBeDefined();
  });
});

describe('what became of messages', () => {
  const line = { kind: 'invitation' as const, sent: 212, toCome: 88, due: 82, unreachable: 4, givenUp: 2, answered: 140 };

  it('is told in numbers, kind by kind, with how far a sending is while one runs', () => {
    show(<DeliveryLines lines={[line, { ...line, kind: 'kick-off', due: 0, answered: null }]} />);
    const [invitations, kickOff] = screen.getAllByRole('listitem');
    expect(
      within(invitations ?? document.body)
        .getByRole('progressbar')
        .getAttribute('aria-label'),
    ).toContain('218 of 300');
    expect(invitations?.textContent).toContain('Answered140');
    expect(within(kickOff ?? document.body).queryByRole('progressbar')).toBeNull();
    expect(kickOff?.textContent).not.toContain('Answered');
  });

  it('[CP-33] says of matches who is in a pair, not who has answered', () => {
    show(<DeliveryLines lines={[{ ...line, kind: 'proposal', answered: 6 }]} />);
    expect(screen.getByText('In a pair')).toBeDefined();
    expect(screen.queryByText('Answered')).toBeNull();
  });
});

describe('notices', () => {
  it('stand with the gravest first and name the people, a few by name and the rest by number', () => {
    const people = [...inventedLeaders(14)];
    show(
      <NoticeList
        notices={[
          { code: 'a', severity: 'info', text: 'A remark.', people: [] },
          { code: 'b', severity: 'blocking', text: 'A cycle.', people },
        ]}
      />,
    );
    const [first] = screen.getAllByRole('listitem');
    expect(first?.textContent).toContain('A cycle.');
    expect(first?.textContent).toContain('and 2 more');
  });
});
