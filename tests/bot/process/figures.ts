import { callsFile } from '../../acceptance/driver/calls.js';
import { ask } from '../api/house.js';
import { openIngestion } from './ingestion.js';
import { startProcess } from './running-process.js';
import { hanna, openSurroundings } from './surroundings.js';

const noteCalls = new URL('../../acceptance/driver/note-calls.mjs', import.meta.url).href;

/** The resource that the figures are for. */
export const resource = '6d5c4b3a-2910-4190-8f7e-7f6e5d4c3b2a';
/** What came in and must not go out: an id, an address of mail, words of somebody, in every place where a caller can put something. */
export const canaries = [hanna.id, hanna.name, 'b4c2d3e5-f6a7-4b8c-9d0e-1f2a3b4c5d6e', 'priya@example.com', 'Quince', '29:hanna'];
const [, , strange] = canaries;

type Around = Awaited<ReturnType<typeof openSurroundings>>;

/** A typed word, as Teams would bring it; the answer goes to a connector that is not there. */
const says = async ({ trust }: Around, url: string, text: string): Promise<number> => {
  const serviceUrl = `${trust.origin}/connector/`;
  const activity = {
    ...{ id: 'activity-1', type: 'message', text, channelId: 'msteams', serviceUrl, locale: 'en-GB' },
    from: { id: '29:hanna', name: hanna.name, aadObjectId: hanna.id },
    recipient: { id: `28:${trust.ids.botAppId}`, name: 'Coaching Pairs' },
    conversation: { id: 'a:hanna', conversationType: 'personal', tenantId: trust.ids.tenantId },
    channelData: { tenant: { id: trust.ids.tenantId } },
  };
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${await trust.signBotToken({ serviceUrl })}` };
  return (await ask(`${url}/api/messages`, { method: 'POST', headers, body: JSON.stringify(activity) })).status;
};

const lives = async (around: Around, url: string): Promise<void> => {
  const headers = { authorization: `Bearer ${await around.trust.issueTabToken(hanna.id)}`, 'content-type': 'application/json' };
  const call = (method: string, path: string, body?: object) =>
    ask(`${url}${path}`, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) });
  await call('GET', '/live');
  await call('GET', '/api/me');
  await call('GET', `/api/admin/rounds/${strange}?q=priya@example.com`);
  await call('GET', `/api/rounds/${strange}/wishes`);
  await call('PUT', '/api/admin/functions', { opId: 'held-0001', groups: [{ name: 'Quince', members: ['Quince'] }] });
  await call('POST', '/api/notes', { opId: 'held-0002', text: 'Quince' });
  await call('GET', `/nowhere/${hanna.id}/priya@example.com`);
  await says(around, url, 'Quince priya@example.com');
};

/** Starts a build with a place for its figures, lets it live a little and stop, and answers all that it said, and whom it called. */
export const figuresOf = async (file: string) => {
  const calls = callsFile();
  const around = await openSurroundings();
  const ingestion = openIngestion(around.trust.app);
  const connection = `InstrumentationKey=${resource};IngestionEndpoint=${around.trust.origin}/;LiveEndpoint=https://live.example.com/`;
  const { child, origin, ended, log } = startProcess(file, {
    ...around.environment,
    TELEMETRY_CONNECTION: connection,
    NODE_OPTIONS: `--import=${noteCalls}?of=${encodeURIComponent(file)}&to=${encodeURIComponent(calls.path)}`,
  });
  try {
    await lives(around, await origin);
    child.kill('SIGTERM');
    const { code } = await ended;
    const { settings, connected, asked } = calls.read();
    const [said, envelopes, authorizations] = [ingestion.bodies.join('\n'), ingestion.envelopes(), ingestion.authorizations];
    return { code, said, envelopes, authorizations, settings, connected, asked, log: log(), trust: around.trust.origin };
  } finally {
    child.kill('SIGKILL');
    await around.close();
    calls.remove();
  }
};
