/** `host` is an exact host (with its port, when it is not 443) or `*.` and a domain. */
const covers = (pattern: string, host: string): boolean =>
  pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) && host.length > pattern.length - 1 : host === pattern;

/** Whether a token of ours may be sent to this URL: https, no user name in it, and a host on the list (S-05). */
export function isConnectorUrl(hosts: readonly string[], url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host, username, password } = new URL(url);
  return protocol === 'https:' && username === '' && password === '' && hosts.some((pattern) => covers(pattern, host));
}
