/** `pattern` is an origin, or one whose host begins with `*.` for one or more labels. */
function covers(pattern: string, { protocol, host }: URL): boolean {
  const [scheme, allowed = ''] = pattern.split('//');
  if (scheme !== protocol) return false;
  return allowed.startsWith('*.') ? host.endsWith(allowed.slice(1)) && host.length >= allowed.length : host === allowed;
}

/** Whether a token of ours may be sent to this URL: an origin on the list and no user name in it (S-05). */
export function isConnectorUrl(origins: readonly string[], url: string): boolean {
  if (!URL.canParse(url)) return false;
  const parsed = new URL(url);
  return parsed.username === '' && parsed.password === '' && origins.some((pattern) => covers(pattern, parsed));
}
