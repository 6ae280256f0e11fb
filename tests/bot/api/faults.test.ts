import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fullName, idOf, people, staff } from './company.js';
import { type Answer, type House, openHouse } from './house.js';
import { paperDirectory } from './paper-directory.js';
import { canaries, joiners, playRound } from './played-round.js';

let house: House;
let broken = false;

beforeAll(async () => {
  const paper = paperDirectory(people);
  house = await openHouse({
    directory: {
      ...paper,
      searchPeople: async (text) => {
        if (broken)
          throw Object.assign(new Error('canary-in-an-exception'), { code: 'canary-code', cause: new Error('canary-in-a-cause') });
        return paper.searchPeople(text);
      },
      searchGroups: async () => ({ ok: false, error: { code: 'unavailable', status: 503, retryAfterSeconds: null } }),
    },
  });
});
afterAll(() => house.close());

const numberOf = ({ body }: Answer): string => {
  const found: unknown = JSON.parse(JSON.stringify(body))?.error?.correlationId;
  return typeof found === 'string' ? found : 'none';
};

const linesWith = (text: string): readonly string[] => house.lines.filter((line) => line.includes(text));

describe('what goes wrong', () => {
  it('[S-19] an exception is answered by a number alone, and the number finds it in the log', async () => {
    broken = true;
    const answer = await house.call('Omar', 'GET', '/api/admin/search/people?q=an');
    broken = false;
    expect(answer.status).toBe(500);
    expect(answer.text).not.toContain('canary');
    expect(Object.keys(JSON.parse(answer.text))).toEqual(['error']);
    const [line = ''] = linesWith(numberOf(answer));
    expect(JSON.parse(line)).toMatchObject({ level: 'error', event: 'api.refused', what: 'searchPeople', status: 500, error: 'Error' });
    expect(JSON.parse(line)).toMatchObject({ where: expect.stringContaining('faults.test') });
    expect(house.lines.join()).not.toContain('canary-in');
  });

  it('[S-19] a refusal of another service is said in our words', async () => {
    const answer = await house.call('Omar', 'GET', '/api/admin/search/groups?q=an');
    expect(answer).toMatchObject({ status: 503, body: { error: { code: 'unavailable' } } });
  });

  it('[S-20] every refusal, whatever its kind, is found by its number', async () => {
    const refused = [
      await house.call('Stella', 'GET', '/api/admin/functions'),
      await house.call('Stella', 'GET', '/api/admin/rounds/none'),
      await house.call('Stella', 'GET', '/api/nothing'),
      await house.call('Stella', 'GET', '/api/admin/rounds/%E0%A4%A'),
      await house.call('Omar', 'POST', '/api/admin/rounds', {}),
      await house.call('Omar', 'PUT', '/api/admin/functions', { opId: 'twice-0001', groups: [{ name: 'A', departments: ['D', 'D'] }] }),
    ];
    expect(refused.map(({ status }) => status)).toEqual([403, 404, 404, 400, 422, 422]);
    for (const answer of refused) {
      expect(answer.headers.get('x-correlation-id')).toBe(numberOf(answer));
      expect(linesWith(numberOf(answer)), answer.text).toHaveLength(1);
    }
    expect(new Set(refused.map(numberOf)).size).toBe(refused.length);
  });
});

describe('what the log holds after a round', () => {
  it('[S-20] who did what, when, with which result, and not a word that anybody wrote, no name, no token', async () => {
    const round = playRound(house, 'logged');
    await round.opens();
    await round.chooses();
    await round.does('Omar', 'saveFunctions', { groups: [{ name: canaries.functionName, departments: ['Treasury', 'Finance'] }] });
    await round.does('Omar', 'correctPerson', { functionName: canaries.functionName }, { personId: idOf('Edda') });
    await round.invites();
    await round.joins();
    await round.proposes();
    const [first, second] = await round.sent();
    await round.says(first?.members[0] ?? '', first?.id ?? '', 'decline');
    for (const who of second?.members ?? []) await round.says(who, second?.id ?? '', 'accept');
    await house.call('Stella', 'GET', '/api/admin/search/people?q=canary-search');
    const log = house.lines.join('\n');
    for (const text of [...Object.values(canaries), 'canary-search', 'Head of', '@example.com', ...staff.map(fullName)]) {
      expect(log, text).not.toContain(text);
    }
    expect(log).not.toMatch(/eyJ|Bearer/);
    for (const line of house.lines) expect(JSON.parse(line)).toMatchObject({ at: expect.stringMatching(/Z$/), event: expect.any(String) });
    for (const who of joiners) {
      const found = linesWith('"answerInvitation"').some((line) => line.includes(idOf(who)) && line.includes('"result":"done"'));
      expect(found, who).toBe(true);
    }
    // The audit rows that the decision was written with hold codes and ids.
    const [kept] = (await house.deps.rounds.list()).filter(({ id }) => id === round.id);
    const audit = JSON.stringify(kept === undefined ? [] : await house.deps.rounds.audit(kept.id));
    expect(audit).toContain('proposal.answer');
    for (const text of [...Object.values(canaries), ...staff.map(fullName)]) expect(audit).not.toContain(text);
  });
});
