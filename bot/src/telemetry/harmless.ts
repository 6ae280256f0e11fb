/** What one that stands for anything else is called. */
const other = 'other';

/** Letters and the signs of a template. Ids, numbers, names in quotes and addresses of mail have something else in them. */
const words = /^[A-Za-z/{][A-Za-z/{}.$* -]{0,119}$/u;

/** A word or template as it may leave the process: nothing that could be an id, a number or an address (S-20). */
export const harmless = (text: string): string => (words.test(text) ? text : other);

const methods: readonly string[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** A method of HTTP, which whoever calls may choose freely. */
export const harmlessMethod = (method: string): string => (methods.includes(method) ? method : other);

/** All that is ever said of anything that was measured, by its name in the envelope. */
export const allowedAttributes = [
  ...['http.request.method', 'http.route', 'http.response.status_code'],
  ...['activity', 'service', 'operation', 'ending'],
] as const;
export type Attributes = { readonly [name in (typeof allowedAttributes)[number]]?: string | number };
