/** An address that opens the tab in a browser of its own, for guests, at a place such as `2-2/…`; `publicUrl` is an origin. */
export const browserLink = (publicUrl: string, place: string): string => `${publicUrl.replace(/\/+$/u, '')}/tab/#/${place}`;

/** An address that opens the tab in Teams at a place of its own, such as `round/…`; Teams offers the app to whoever lacks it. */
export const tabLink = (teamsAppId: string, place: string): string =>
  `https://teams.microsoft.com/l/entity/${teamsAppId}/home?context=${encodeURIComponent(JSON.stringify({ subEntityId: place }))}`;
