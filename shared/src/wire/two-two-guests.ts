import type { RouteRole } from './route.js';

type Addressed = { readonly method: string; readonly path: string; readonly role: RouteRole };

/** What somebody is told of themselves, and how they take it along or have it erased. */
const ofOneself: readonly string[] = ['/api/me', '/api/me/data', '/api/me/data/erasure'];
/** A coach's own entry, and what 2:2 Coaching is. */
const ofCoaches: readonly string[] = ['/api/two-two/me/coach', '/api/two-two/me/coach/code', '/api/two-two/explainer'];
const engagements = '/api/two-two/engagements';

/**
 * What of a route is there for a guest of the tenant, who is a coach from outside or nobody to the product (S-04): what is about
 * themselves, and, for whoever is in the register, their entry and the engagements that they are in. Rounds, people and the organisation
 * are not; nor is enquiring, which names people. A route that is added is closed to guests unless it belongs to one engagement.
 */
export const openToGuests = ({ method, path, role }: Addressed): 'themselves' | 'coach' | null => {
  if (ofOneself.includes(path)) return 'themselves';
  if (role !== 'two-two') return null;
  const isTheirs = path.startsWith(`${engagements}/{engagementId}`) || (path === engagements && method === 'GET');
  return isTheirs || ofCoaches.includes(path) ? 'coach' : null;
};
