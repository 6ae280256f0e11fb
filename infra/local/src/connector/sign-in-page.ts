import { Router, urlencoded } from 'express';
import type { SandboxContext } from '../parts.js';

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
export const escaped = (text: string): string => text.replace(/[&<>"']/gu, (sign) => signs[sign] ?? sign);

const page = (name: string, hint: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8" /><meta name="viewport" content="width=device-width, initial-scale=1" /><title>Permissions requested</title></head>
<body style="font: 16px/1.5 sans-serif; max-width: 26rem; margin: 3rem auto; padding: 0 1rem">
<h1 style="font-size: 1.25rem">Permissions requested</h1>
<p>${escaped(name)}, Coaching Pairs would like to have full access to your calendars.</p>
<p>This stands in for Microsoft Entra. Nothing leaves this machine.</p>
<form method="post"><input type="hidden" name="hint" value="${escaped(hint)}" />
<button name="answer" value="cancel" type="submit">Cancel</button> <button name="answer" value="accept" type="submit">Accept</button></form>
</body></html>`;

/** A field of a form or of a query; empty where it is not there. */
export const textIn = (body: unknown, name: string): string => {
  const value = typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>)[name] : undefined;
  return typeof value === 'string' ? value : '';
};

/** Entra's consent page, in place of the one to which the product leads: a browser would not trust the sandbox's https origin. */
export const signInPage = ({ people, trust }: Pick<SandboxContext, 'people' | 'trust'>): Router => {
  const router = Router();
  const personOf = (hint: string) => people.find(({ id, mail }) => hint !== '' && (id === hint || mail === hint));
  router.get('/', (request, response) => {
    const hint = textIn(request.query, 'hint');
    response.type('html').send(page(personOf(hint)?.name ?? 'Somebody', hint));
  });
  router.post('/', urlencoded({ extended: false }), (request, response) => {
    const person = personOf(textIn(request.body, 'hint'));
    const accepted = person !== undefined && textIn(request.body, 'answer') === 'accept';
    if (accepted) trust.setConsent(person.id, { kind: 'granted' });
    response.redirect(303, accepted ? '/tab/signed-in#code=sandbox' : '/tab/signed-in#error=access_denied');
  });
  return router;
};
