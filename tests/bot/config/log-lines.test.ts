import { logLines } from '@coaching-pairs/bot/log-lines';
import { describe, expect, it } from 'vitest';
import { movingClock } from '../sign-in/moving-clock.js';

describe('the log', () => {
  const clock = movingClock(Date.parse('2026-11-20T09:00:00.000Z'));
  const linesAt = (level: 'error' | 'warn' | 'info'): readonly string[] => {
    const lines: string[] = [];
    const log = logLines({ level, clock, write: (line) => void lines.push(line) });
    log.info('turn.handled', { who: 'priya', what: 'action', ms: 12, missing: undefined });
    log.warn('gate.refused', { reason: 'audience\n{"event":"turn.handled"}' });
    log.error('turn.failed');
    return lines;
  };

  it('[S-20] says who, what, when in UTC and with which result, one JSON object a line', () => {
    const [handled, refused = ''] = linesAt('info');
    expect(handled).toBe('{"at":"2026-11-20T09:00:00.000Z","level":"info","event":"turn.handled","who":"priya","what":"action","ms":12}');
    expect(refused).not.toContain('\n');
    expect(JSON.parse(refused)).toMatchObject({ event: 'gate.refused' });
  });

  it('leaves out what is less serious than asked for', () => {
    expect(linesAt('warn')).toHaveLength(2);
    expect(linesAt('error')).toHaveLength(1);
  });
});
