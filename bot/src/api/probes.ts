import { Router } from 'express';

/** How long an answer of the store stays good, and how long it may take, in milliseconds. */
const goodFor = 2_000;
const answersWithin = 2_000;

export type Readiness = {
  /** Answers when the store answers. */
  readonly ping: () => Promise<void>;
  readonly stopping: () => boolean;
};

const within = (work: Promise<void>): Promise<boolean> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), answersWithin);
    work
      .then(
        () => resolve(true),
        () => resolve(false),
      )
      .finally(() => clearTimeout(timer));
  });

/** `/live` touches nothing; `/ready` asks the store, with a limit and for everybody at once. */
export const probes = ({ ping, stopping }: Readiness): Router => {
  const router = Router();
  let asked: { readonly at: number; readonly answer: Promise<boolean> } | null = null;
  const ready = (): Promise<boolean> => {
    const now = performance.now();
    if (asked === null || now - asked.at > goodFor) asked = { at: now, answer: within(ping()) };
    return asked.answer;
  };
  router.get('/live', (_request, response) => void response.json({ live: true }));
  router.get('/ready', async (_request, response) => {
    const isReady = !stopping() && (await ready());
    response.status(isReady ? 200 : 503).json({ ready: isReady });
  });
  return router;
};
