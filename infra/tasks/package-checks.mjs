// What must be true of the app package beyond Microsoft's schema (S-23). Each check answers sentences; none means all is well.
import { readPng } from './png.mjs';
import { Refusal } from './project.mjs';

export const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;
const hostName = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/u;
/** Addresses that lead to somebody's own machine, for an hour. */
const tunnels = [
  'ngrok.io',
  'ngrok.app',
  'ngrok-free.app',
  'ngrok-free.dev',
  'devtunnels.ms',
  'trycloudflare.com',
  'loca.lt',
  'serveo.net',
];
const plainVersion = /^(0|[1-9]\d{0,4})(\.(0|[1-9]\d{0,4})){2}$/u;

const ids = ['TEAMS_APP_ID', 'BOT_APP_ID', 'TAB_APP_ID'];
const needed = ['PUBLIC_URL', ...ids, 'DEVELOPER_NAME'];

/** The host of an origin such as https://pairs.contoso.com, in small letters; undefined for anything else. */
export const hostOf = (origin) => {
  const url = URL.canParse(origin) ? new URL(origin) : undefined;
  return url?.protocol === 'https:' && [url.origin, `${url.origin}/`].includes(origin.toLowerCase()) ? url.host : undefined;
};

const addressProblems = (origin) => {
  if (origin.startsWith('http:')) return [`PUBLIC_URL must begin with https://, not http: ${origin}.`];
  const host = hostOf(origin);
  if (host === undefined || !hostName.test(host))
    return [`PUBLIC_URL must be https:// and a host name, without a port or path, not ${origin}.`];
  const tunnel = tunnels.find((name) => host === name || host.endsWith(`.${name}`));
  return tunnel === undefined ? [] : [`PUBLIC_URL leads through a tunnel (${tunnel}); give the process a name of your own.`];
};

/** What is wrong with the settings, each named. */
export const settingProblems = (settings) => {
  const missing = needed.filter((name) => (settings[name] ?? '').trim() === '');
  if (missing.length > 0) return missing.map((name) => `${name} is missing.`);
  const odd = ids.filter((name) => !guid.test(settings[name])).map((name) => `${name} must be a GUID, not ${settings[name]}.`);
  const [bot, tab] = [settings.BOT_APP_ID, settings.TAB_APP_ID].map((id) => id.toLowerCase());
  const shared = bot === tab ? ['TAB_APP_ID must be another registration than BOT_APP_ID.'] : [];
  const length = settings.DEVELOPER_NAME.length;
  const long = length > 32 ? [`DEVELOPER_NAME may have at most 32 characters, not ${length}.`] : [];
  return [...odd, ...shared, ...long, ...addressProblems(settings.PUBLIC_URL)];
};

const textsIn = (value, path) => {
  if (typeof value === 'string') return [{ path, text: value }];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, inner]) => textsIn(inner, path === '' ? name : `${path}.${name}`));
};

const linkProblems = (manifest, host) =>
  textsIn(manifest, '')
    .filter(({ path, text }) => path !== '$schema' && /^(https?|ftp|wss?):\/\//iu.test(text))
    .flatMap(({ path, text }) => {
      if (!text.startsWith('https://')) return [`${path} must begin with https://: ${text}.`];
      return new URL(text).host === host ? [] : [`${path} leads away from ${host}: ${text}.`];
    });

const domainProblems = (domains, host) =>
  domains.flatMap((domain) => {
    if (domain.includes('*')) return [`validDomains may not contain a wildcard: ${domain}.`];
    if (/[:/]/u.test(domain)) return [`validDomains holds host names alone, without a scheme, port or path: ${domain}.`];
    return domain === host ? [] : [`validDomains may only contain our own host ${host}: ${domain}.`];
  });

const tabProblems = ({ staticTabs = [], webApplicationInfo }, { host, settings }) => {
  const home = staticTabs.find(({ entityId }) => entityId === 'home');
  const resource = `api://${host}/${settings.TAB_APP_ID}`;
  return [
    ...(home === undefined ? ['There is no tab “home”, which links on cards open.'] : []),
    ...(webApplicationInfo?.id === settings.TAB_APP_ID ? [] : ['webApplicationInfo.id must be the tab’s registration, TAB_APP_ID.']),
    ...(webApplicationInfo?.resource === resource ? [] : [`webApplicationInfo.resource must be ${resource}.`]),
  ];
};

/** What is wrong with a manifest whose placeholders are filled. */
export const manifestProblems = (manifest, surroundings) => {
  const { host, settings } = surroundings;
  const open = textsIn(manifest, '').filter(({ text }) => text.includes('{{'));
  const [bot] = manifest.bots ?? [];
  return [
    ...open.map(({ path, text }) => `${path} has a placeholder that no setting fills: ${text}.`),
    ...(plainVersion.test(manifest.version) ? [] : [`The version must be three whole numbers such as 1.4.0, not ${manifest.version}.`]),
    ...(bot?.botId === settings.BOT_APP_ID ? [] : ['bots.0.botId must be the bot’s registration, BOT_APP_ID.']),
    ...linkProblems(manifest, host),
    ...domainProblems(manifest.validDomains ?? [], host),
    ...tabProblems(manifest, surroundings),
  ];
};

const colourProblems = ({ pixels }) => {
  const seeThrough = pixels.some((value, at) => at % 4 === 3 && value !== 255);
  return seeThrough ? ['must fill its square: some of its pixels are transparent'] : [];
};

const outlineProblems = ({ pixels }) => {
  const points = Array.from({ length: pixels.length / 4 }, (_, at) => pixels.subarray(at * 4, at * 4 + 4));
  const tinted = points.filter(([red, green, blue, opacity]) => opacity > 0 && Math.min(red, green, blue) < 255).length;
  if (tinted > 0) return [`must be pure white on transparent: ${tinted} of its pixels have another colour`];
  if (!points.some(([, , , opacity]) => opacity === 255)) return ['is empty'];
  return points.some(([, , , opacity]) => opacity === 0) ? [] : ['has no transparent ground'];
};

const kinds = { color: { side: 192, problems: colourProblems }, outline: { side: 32, problems: outlineProblems } };

/** What is wrong with one of the two icons, `color` or `outline`. */
export const iconProblems = (kind, name, bytes) => {
  const { side, problems } = kinds[kind];
  try {
    const picture = readPng(bytes);
    const { width, height } = picture;
    const odd = width === side && height === side ? problems(picture) : [`must be ${side} × ${side} pixels, not ${width} × ${height}`];
    return odd.map((problem) => `${name} ${problem}.`);
  } catch (fault) {
    return [`${name} ${fault instanceof Refusal ? fault.message : 'is damaged'}.`];
  }
};
