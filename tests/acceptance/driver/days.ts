/** How long it is from a moment to the next noon in UTC that is not of a weekend: a time at which all of Europe is at work. */
export const toNoonOfWeekday = (now: string): string => {
  const noon = new Date(`${now.slice(0, 10)}T12:00:00Z`);
  while (noon.getTime() <= Date.parse(now) || [0, 6].includes(noon.getUTCDay())) noon.setUTCDate(noon.getUTCDate() + 1);
  return `PT${Math.ceil((noon.getTime() - Date.parse(now)) / 1000)}S`;
};
