export type Link =
  | { readonly kind: 'app'; readonly subPage: string }
  | { readonly kind: 'host' }
  | { readonly kind: 'web'; readonly url: string };

const subPageIn = (context: string | null): string => {
  try {
    const parsed: unknown = JSON.parse(context ?? '{}');
    const found = typeof parsed === 'object' && parsed !== null && 'subEntityId' in parsed ? parsed.subEntityId : '';
    return typeof found === 'string' ? found : '';
  } catch (_notJson) {
    return '';
  }
};

/** What a link means inside Teams: a page of this app, something else of the client, or the web. */
export const meaningOf = (address: string): Link => {
  if (!URL.canParse(address)) return { kind: 'host' };
  const url = new URL(address);
  if (url.pathname.startsWith('/l/entity/')) return { kind: 'app', subPage: subPageIn(url.searchParams.get('context')) };
  if (url.pathname.startsWith('/l/') || !/^https?:$/.test(url.protocol)) return { kind: 'host' };
  return { kind: 'web', url: url.href };
};
