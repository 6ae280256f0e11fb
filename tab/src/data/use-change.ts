import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Callable } from '../api.js';
import { mayRetry } from '../refusal.js';
import { useSession } from '../session.js';
import { newIntention } from './intention.js';

type WithOpId = { readonly opId: string };
export type Asked<Body extends WithOpId> = { readonly params?: Readonly<Record<string, string>>; readonly body: Omit<Body, 'opId'> };

type Settings<Answer> = {
  /** The key that the answer replaces, where the answer is the new state of a page. */
  readonly answers?: readonly string[];
  /** Keys whose answers are out of date afterwards. */
  readonly outdates?: readonly (readonly string[])[];
  readonly onDone?: (answer: Answer) => void;
};

/** One change that the bot is asked for. Running, refused and done are told by the mutation; lost answers are asked for again under one id. */
export const useChange = <Answer, Body extends WithOpId>(route: Callable<Answer, Body>, settings: Settings<Answer> = {}) => {
  const { call } = useSession();
  const client = useQueryClient();
  const [intention] = useState(() => newIntention(() => crypto.randomUUID()));
  return useMutation({
    mutationFn: (asked: Asked<Body>) => {
      const body = { ...asked.body, opId: intention.idFor(asked) } as unknown as Body;
      const given = { body, ...(asked.params === undefined ? {} : { params: asked.params }) };
      return call<Answer, Body>(route, given as Parameters<typeof call<Answer, Body>>[1]);
    },
    retry: (count, fault) => count < 2 && mayRetry(fault),
    onSuccess: async (answer) => {
      if (settings.answers !== undefined) client.setQueryData(settings.answers, answer);
      settings.onDone?.(answer);
      await Promise.all((settings.outdates ?? []).map((key) => client.invalidateQueries({ queryKey: key })));
    },
    onSettled: (_answer, fault) => intention.settled(fault),
  });
};

export type Change<Answer, Body extends WithOpId> = ReturnType<typeof useChange<Answer, Body>>;
