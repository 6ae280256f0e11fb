// Loaded into the product's process before anything else (`--import note-calls.mjs?to=file`, `&of=main.js` for another file than the sandbox's): notes once each where it connects to,
// what it asks there, and which places its settings name.
import { subscribe } from 'node:diagnostics_channel';
import { appendFileSync } from 'node:fs';
import { Socket } from 'node:net';

const to = new URL(import.meta.url).searchParams.get('to');
const noted = new Set();

const note = (what) => {
  const line = JSON.stringify(what);
  if (noted.has(line)) return;
  noted.add(line);
  appendFileSync(to, `${line}\n`);
};

/** The sandbox starts the bot with the arguments that it was started with itself; only the bot is of interest. */
if (process.argv[1]?.endsWith(new URL(import.meta.url).searchParams.get('of') ?? 'bot-process.js')) {
  const { LOOPBACK, STORAGE_TABLE_URL, STORAGE_QUEUE_URL, IDENTITY_ENDPOINT } = process.env;
  for (const [name, url] of Object.entries({ LOOPBACK, STORAGE_TABLE_URL, STORAGE_QUEUE_URL, IDENTITY_ENDPOINT }))
    note({ setting: name, host: new URL(url).host });

  const connect = Socket.prototype.connect;
  Socket.prototype.connect = function connecting(...args) {
    const [first, second] = Array.isArray(args[0]) ? args[0] : args;
    const { host, port, path } = typeof first === 'object' ? first : { port: first, host: second };
    note({ connected: path ?? `${host ?? 'localhost'}:${port}` });
    return connect.apply(this, args);
  };

  const asked = (host, path) => note({ asked: host, path: path.split(/[/?]/)[1] ?? '' });
  subscribe('http.client.request.start', ({ request }) => asked(request.getHeader('host'), request.path));
  subscribe('undici:request:create', ({ request }) => asked(new URL(request.origin).host, request.path));
}
