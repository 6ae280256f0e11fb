import { useCallback, useSyncExternalStore } from 'react';

export const views = ['chat', 'app', 'calendar'] as const;
export type View = (typeof views)[number];

/** Where the reader is: as whom, in which view, and what is open in it. Kept in the address, so that a window can be kept or shared. */
export type Place = {
  readonly personId: string;
  readonly view: View;
  /** In the chat: `bot` when the conversation is open (matters on a phone). In the app: the page a deep link points at. */
  readonly inside: string;
};

export const hashOf = ({ personId, view, inside }: Place): string =>
  `#/${[personId, view, ...(inside === '' ? [] : [inside])].map(encodeURIComponent).join('/')}`;

const decoded = (hash: string): readonly string[] => {
  try {
    return hash.replace(/^#\//, '').split('/').map(decodeURIComponent);
  } catch (_broken) {
    return [];
  }
};

/** What an address says of a place; nothing where it is broken. */
export const parseHash = (hash: string): Partial<Place> => {
  const [personId, view, inside] = decoded(hash);
  const known = views.find((one) => one === view);
  return { ...(personId ? { personId } : {}), ...(known === undefined ? {} : { view: known }), ...(inside ? { inside } : {}) };
};

const listen = (changed: () => void): (() => void) => {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
};

export type Go = (to: Partial<Place>) => void;

/** The present place, with `start` for what the address does not say. */
export const usePlace = (start: string): readonly [Place, Go] => {
  const hash = useSyncExternalStore(listen, () => window.location.hash);
  const place: Place = { personId: start, view: 'chat', inside: '', ...parseHash(hash) };
  const go = useCallback<Go>(
    (to) => {
      const now: Place = { personId: start, view: 'chat', inside: '', ...parseHash(window.location.hash) };
      const next = hashOf({ ...now, inside: to.view === undefined ? now.inside : '', ...to });
      if (next === window.location.hash) window.dispatchEvent(new HashChangeEvent('hashchange'));
      else window.location.hash = next;
    },
    [start],
  );
  return [place, go];
};
