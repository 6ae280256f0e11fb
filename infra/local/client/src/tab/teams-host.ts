/** What the frame asks: the shape in which teams-js writes to its host. */
type Request = { readonly id: number; readonly uuidAsString?: string; readonly func: string; readonly args: readonly unknown[] };

export type HostAnswers = {
  /** The flat context that `getContext` gives. */
  readonly context: () => Readonly<Record<string, unknown>>;
  readonly token: () => Promise<string>;
  readonly openLink: (url: string) => void;
};

const parseRequest = (data: unknown): Request | undefined => {
  if (typeof data !== 'object' || data === null || !('func' in data) || typeof data.func !== 'string') return undefined;
  if (!('id' in data) || typeof data.id !== 'number') return undefined;
  const args: readonly unknown[] = 'args' in data && Array.isArray(data.args) ? data.args : [];
  const uuid = 'uuidAsString' in data && typeof data.uuidAsString === 'string' ? { uuidAsString: data.uuidAsString } : {};
  return { id: data.id, func: data.func, args, ...uuid };
};

const runtime = JSON.stringify({
  apiVersion: 4,
  hostVersionsInfo: {},
  isLegacyTeams: false,
  supports: { pages: {}, dialog: { url: {}, card: {}, update: {} }, app: { lifecycle: {} } },
});

const linkIn = (argument: unknown): string => {
  if (typeof argument === 'string') return argument;
  const found = typeof argument === 'object' && argument !== null && 'url' in argument ? argument.url : '';
  return typeof found === 'string' ? found : '';
};

const signIn = async (token: () => Promise<string>): Promise<readonly unknown[]> => {
  try {
    return [true, await token()];
  } catch (cause) {
    return [false, cause instanceof Error ? cause.message : 'CancelledByUser'];
  }
};

/** What the host answers; undefined where nobody waits for an answer. */
const answerTo = async ({ func, args }: Request, { context, token, openLink }: HostAnswers): Promise<readonly unknown[] | undefined> => {
  switch (func) {
    case 'initialize':
      return ['content', 'web', runtime, '2.0.1'];
    case 'getContext':
      return [context()];
    case 'authentication.getAuthToken':
      return signIn(token);
    case 'executeDeepLink':
    case 'app.openLink':
    case 'pages.navigateToApp':
      openLink(linkIn(args[0]));
      return [true];
    case 'registerHandler':
    case 'appInitialization.appLoaded':
    case 'appInitialization.success':
      return undefined;
    default:
      return [];
  }
};

/** Plays the host for the page in that frame, until it is told to stop. Messages of any other window are not heard. */
export const hostFrame = (frame: HTMLIFrameElement, answers: HostAnswers) => {
  const write = (message: unknown): void => frame.contentWindow?.postMessage(message, window.location.origin);
  const hear = async ({ source, origin, data }: MessageEvent): Promise<void> => {
    const request = parseRequest(data);
    if (source !== frame.contentWindow || origin !== window.location.origin || request === undefined) return;
    const args = await answerTo(request, answers);
    if (args !== undefined) write({ id: request.id, uuidAsString: request.uuidAsString, args });
  };
  const listener = (event: MessageEvent): void => void hear(event);
  window.addEventListener('message', listener);
  return {
    theme: (name: string) => write({ func: 'themeChange', args: [name] }),
    stop: () => window.removeEventListener('message', listener),
  };
};
