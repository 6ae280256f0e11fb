/** Where the people of the invented organisation work. `windowsZone` is how mailboxes name the time zone. */
export const offices = {
  London: { zone: 'Europe/London', windowsZone: 'GMT Standard Time' },
  Dublin: { zone: 'Europe/Dublin', windowsZone: 'GMT Standard Time' },
  Berlin: { zone: 'Europe/Berlin', windowsZone: 'W. Europe Standard Time' },
  Paris: { zone: 'Europe/Paris', windowsZone: 'Romance Standard Time' },
  Warsaw: { zone: 'Europe/Warsaw', windowsZone: 'Central European Standard Time' },
  'New York': { zone: 'America/New_York', windowsZone: 'Eastern Standard Time' },
  Seattle: { zone: 'America/Los_Angeles', windowsZone: 'Pacific Standard Time' },
  'São Paulo': { zone: 'America/Sao_Paulo', windowsZone: 'E. South America Standard Time' },
  Bengaluru: { zone: 'Asia/Kolkata', windowsZone: 'India Standard Time' },
  Kathmandu: { zone: 'Asia/Kathmandu', windowsZone: 'Nepal Standard Time' },
  Tokyo: { zone: 'Asia/Tokyo', windowsZone: 'Tokyo Standard Time' },
  Sydney: { zone: 'Australia/Sydney', windowsZone: 'AUS Eastern Standard Time' },
} as const;

export type Office = keyof typeof offices;

const windowsNames = new Map<string, string>(Object.values(offices).map((office) => [office.zone, office.windowsZone]));
// Two offices may share a Windows name: the first one named stands for it.
const ianaNames = new Map<string, string>(
  Object.values(offices)
    .map((office) => [office.windowsZone, office.zone] as const)
    .reverse(),
);

/** The Windows name of an IANA zone, as Exchange stores it; zones outside the offices keep their IANA name, as Exchange allows. */
export const windowsZoneOf = (zone: string): string => (zone === 'Etc/UTC' ? 'UTC' : (windowsNames.get(zone) ?? zone));

/** The IANA name of a zone given either way; undefined where it is neither. */
export const ianaZoneOf = (zone: string): string | undefined => {
  const known = ianaNames.get(zone);
  if (known !== undefined) return known;
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone: zone }).resolvedOptions().timeZone;
  } catch (cause) {
    if (cause instanceof RangeError) return undefined;
    throw cause;
  }
};
