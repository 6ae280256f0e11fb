import { instantOf, wallTime, weekOf, weeksToNearest } from '@coaching-pairs/local/page/calendar/zone';
import { htmlOf } from '@coaching-pairs/local/page/cards/markdown';
import { meaningOf } from '@coaching-pairs/local/page/links';
import { hashOf, parseHash } from '@coaching-pairs/local/page/place';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('what a link means in the client', () => {
  it('opens the app at the page that the link names', () => {
    const context = encodeURIComponent(JSON.stringify({ subEntityId: 'round/7' }));
    expect(meaningOf(`https://teams.microsoft.com/l/entity/app/home?context=${context}`)).toEqual({ kind: 'app', subPage: 'round/7' });
    expect(meaningOf('https://teams.microsoft.com/l/entity/app/home')).toEqual({ kind: 'app', subPage: '' });
    expect(meaningOf('https://teams.microsoft.com/l/entity/app/home?context=nonsense')).toEqual({ kind: 'app', subPage: '' });
  });

  it('leaves the web to the browser, and everything else alone', () => {
    expect(meaningOf('https://example.com/guide')).toEqual({ kind: 'web', url: 'https://example.com/guide' });
    for (const other of [
      'https://teams.microsoft.com/l/chat/0/0?users=priya',
      'javascript:alert(1)',
      'mailto:priya@example.com',
      'nonsense',
      '',
    ])
      expect([other, meaningOf(other).kind]).toEqual([other, 'host']);
  });
});

describe('the markdown of cards and chats', () => {
  it('knows emphasis, lists and links', () => {
    expect(htmlOf('**two** leaders')).toBe('<p><strong>two</strong> leaders</p>\n');
    expect(htmlOf('- one\n- two')).toContain('<li>two</li>');
    expect(htmlOf('[guide](https://example.com)')).toContain(
      '<a href="https://example.com" target="_blank" rel="noopener noreferrer">guide</a>',
    );
  });

  it('lets no HTML, picture or script through', () => {
    expect(htmlOf('<img src=x onerror=alert(1)>')).not.toContain('<img');
    expect(htmlOf('![x](https://example.com/x.png)')).not.toContain('<img');
    expect(htmlOf('[x](javascript:alert(1))')).not.toContain('<a');
    expect(htmlOf(String.raw`\*not bold\* \[no link\](x)`)).toBe('<p>*not bold* [no link](x)</p>\n');
  });
});

describe('the calendar’s times', () => {
  it('reads the wall of the person’s own zone', () => {
    expect(wallTime(new Date('2026-11-20T12:00:00Z'), 'Asia/Kathmandu')).toBe('2026-11-20T17:45');
    expect(wallTime(new Date('2026-11-20T23:30:00Z'), 'Asia/Tokyo')).toBe('2026-11-21T08:30');
  });

  it('takes a wall time back to its instant, in every zone', () => {
    const zones = ['Europe/London', 'America/New_York', 'Asia/Kathmandu', 'Australia/Sydney', 'America/Sao_Paulo', 'Etc/UTC'];
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2026-01-01'), max: new Date('2028-01-01'), noInvalidDate: true }),
        fc.constantFrom(...zones),
        (at, zone) => {
          const wall = wallTime(at, zone);
          expect(wallTime(instantOf(wall, zone), zone)).toBe(wall);
        },
      ),
    );
  });

  it('starts a week on its Monday, also across a change of the clocks', () => {
    expect(weekOf(new Date('2026-03-29T12:00:00Z'), 'Europe/London')).toEqual([
      '2026-03-23',
      '2026-03-24',
      '2026-03-25',
      '2026-03-26',
      '2026-03-27',
      '2026-03-28',
      '2026-03-29',
    ]);
    expect(weekOf(new Date('2026-11-22T20:00:00Z'), 'Asia/Tokyo')[0]).toBe('2026-11-23');
  });
});

describe('the address of a place', () => {
  it('says again whatever it was made of', () => {
    const inside = fc.string({ minLength: 1, unit: 'grapheme' });
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.constantFrom('chat', 'app', 'calendar'), inside, (personId, view, within) => {
        const place = { personId, view, inside: within } as const;
        expect(parseHash(hashOf(place))).toEqual(place);
      }),
    );
  });

  it('takes an unknown or broken address as none', () => {
    expect(parseHash('')).toEqual({});
    expect(parseHash('#/someone/nowhere')).toEqual({ personId: 'someone' });
    expect(parseHash('#/%E0%A4%A')).toEqual({});
  });
});

describe('a week without an event', () => {
  it('leads to the nearest week ahead that has one, else back to the last', () => {
    const days = weekOf(new Date('2026-11-25T10:00Z'), 'Europe/London');
    const found = (...taken: string[]): number | null => weeksToNearest(days, taken);
    expect([found('2026-11-30'), found('2026-12-06'), found('2026-12-07', '2027-02-01'), found('2027-02-01')]).toEqual([1, 1, 2, 10]);
    expect([found('2026-11-22'), found('2026-11-15', '2026-10-01'), found('2026-11-01', '2026-12-01')]).toEqual([-1, -2, 1]);
    expect(found()).toBeNull();
  });
});
