// What the doctor sees from outside, as Teams does: without any token.

const log = 'Read why in its log: az webapp log tail, or AppServiceConsoleLogs.';

const alive = {
  name: 'Reachable',
  check: async ({ reach, settings, known }) => {
    const answer = await reach(`${settings.publicUrl}/live`);
    known.isReachable = answer?.status === 200;
    if (known.isReachable) return [];
    const said = answer === undefined ? 'does not answer' : `answers ${answer.status}`;
    return [
      {
        wrong: `${settings.publicUrl}/live ${said}.`,
        mend: 'Look at the DNS record, the certificate and any gateway before it, then whether the app runs.',
      },
    ];
  },
};

const ready = {
  name: 'Ready',
  check: async ({ reach, settings }) => {
    const answer = await reach(`${settings.publicUrl}/ready`);
    return answer?.status === 200
      ? []
      : [
          {
            wrong: `/ready answers ${answer?.status ?? 'nothing'}: the process does not reach its storage.`,
            mend: `Look at the findings about storage and at private networking. ${log}`,
          },
        ];
  },
};

const closed = {
  name: 'Doors that must be closed',
  check: async ({ reach, settings }) => {
    const doors = [
      ['POST', '/api/messages', 'whoever is not Teams'],
      ['GET', '/api/me', 'whoever is not signed in'],
    ];
    const found = await Promise.all(
      doors.map(async ([method, path, who]) => ({ path, who, status: (await reach(`${settings.publicUrl}${path}`, { method }))?.status })),
    );
    return found
      .filter(({ status }) => status !== 401)
      .map(({ path, who, status }) => ({
        wrong: `${path} answers ${status ?? 'nothing'} to ${who}; it must be 401.`,
        mend: `Something before the process answers in its place, or another program runs there. ${log}`,
      }));
  },
};

const tab = {
  name: 'The tab inside Teams',
  check: async ({ reach, settings }) => {
    const [page, promise] = await Promise.all(['/tab/', '/tab/privacy.html'].map((path) => reach(`${settings.publicUrl}${path}`)));
    const rules = page?.headers.get('content-security-policy') ?? '';
    return [
      ...(page?.status === 200
        ? []
        : [{ wrong: `/tab/ answers ${page?.status ?? 'nothing'}.`, mend: 'Deploy again: the build lacks the tab.' }]),
      ...(page?.status !== 200 || rules.includes('teams.microsoft.com')
        ? []
        : [
            {
              wrong: 'Teams may not show the tab: a header was taken away or replaced.',
              mend: 'Let the gateway before the process pass Content-Security-Policy unchanged, and add no X-Frame-Options.',
            },
          ]),
      ...(page?.headers.get('x-frame-options')
        ? [{ wrong: 'X-Frame-Options keeps Teams from showing the tab.', mend: 'Take it out of the gateway before the process.' }]
        : []),
      ...(promise?.status === 200
        ? []
        : [
            {
              wrong: `/tab/privacy.html answers ${promise?.status ?? 'nothing'}; the app package promises it.`,
              mend: 'Let it be read without signing in.',
            },
          ]),
    ];
  },
};

export const reachableCheck = alive;
export const reachChecks = [ready, closed, tab];
