/** An address that opens the tab in Teams at a place of its own, such as `round/…`; Teams offers the app to whoever lacks it. */
export const tabLink = (teamsAppId: string, place: string): string =>
  `https://teams.microsoft.com/l/entity/${teamsAppId}/home?context=${encodeURIComponent(JSON.stringify({ subEntityId: place }))}`;
