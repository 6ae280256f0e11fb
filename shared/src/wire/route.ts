import type { z } from 'zod';

/**
 * Who may call a route: `anyone` signed in from the tenant; `opener` holds the app role Round.Admin; `organiser`
 * holds it or is named on a round that is not closed; `administrator` is named on the round in the path (S-10). Nobody else can tell
 * such a round from none (S-11). `two-two` is anyone while 2:2 Coaching is offered; `coordinator` holds the app role
 * Engagement.Coordinator besides; `switcher` holds it, offered or not. Nobody else can tell that there is such a thing.
 */
export const routeRoles = ['anyone', 'opener', 'organiser', 'administrator', 'two-two', 'coordinator', 'switcher'] as const;
export type RouteRole = (typeof routeRoles)[number];

export type Route<Body extends z.ZodType | null, Answer extends z.ZodType> = {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** Parameters in braces, as in OpenAPI. */
  readonly path: string;
  readonly role: RouteRole;
  readonly body: Body;
  readonly answer: Answer;
  /** One line for the API's documentation. */
  readonly summary: string;
};

export const get = <A extends z.ZodType>(role: RouteRole, path: string, answer: A, summary: string): Route<null, A> => ({
  method: 'GET',
  path,
  role,
  body: null,
  answer,
  summary,
});

const send =
  (method: 'POST' | 'PUT') =>
  <B extends z.ZodType, A extends z.ZodType>(role: RouteRole, path: string, body: B, answer: A, summary: string): Route<B, A> => ({
    method,
    path,
    role,
    body,
    answer,
    summary,
  });
export const post = send('POST');
export const put = send('PUT');
