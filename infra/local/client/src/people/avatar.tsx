import { Avatar } from '@fluentui/react-components';
import type { Person } from '../sandbox-api.js';

type Size = 24 | 28 | 32 | 36 | 40;

/** Somebody's picture; decorative, since the name always stands beside it. */
export const Picture = ({ person, size = 32 }: { readonly person: Person; readonly size?: Size }) => (
  <Avatar aria-hidden="true" name={person.name} size={size} image={{ src: `/sandbox/photos/${encodeURIComponent(person.id)}`, alt: '' }} />
);

/** The app's own picture. */
export const AppPicture = ({ size = 32 }: { readonly size?: Size }) => (
  <img src="/app.svg" alt="" width={size} height={size} className="app-picture" />
);
