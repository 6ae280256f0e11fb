/** What the window says to the tab that has opened it. */
const ended = 'sign-in-ended';

const isEnd = (data: unknown): data is { readonly type: string; readonly worked: boolean } =>
  typeof data === 'object' && data !== null && 'type' in data && data.type === ended && 'worked' in data;

/** Teams opens a window for https alone; where the product is tried on one machine, over http, the tab does so itself. */
export const opensItself = (): boolean => window.location.protocol === 'http:';

/** Opens the window and waits for its end; false where it was blocked or closed. */
export const openOwnWindow = (url: string): Promise<boolean> =>
  new Promise((resolve) => {
    const opened = window.open(url, '_blank', 'popup,width=600,height=640');
    if (opened === null) return resolve(false);
    const end = (worked: boolean): void => {
      clearInterval(watching);
      window.removeEventListener('message', hear);
      resolve(worked);
    };
    const hear = ({ origin, data }: MessageEvent<unknown>): void => {
      if (origin === window.location.origin && isEnd(data)) end(data.worked);
    };
    const watching = setInterval(() => opened.closed && end(false), 500);
    window.addEventListener('message', hear);
  });

/** In that window: tells the tab how it ended, and closes. */
export const endOwnWindow = (worked: boolean): void => {
  window.opener?.postMessage({ type: ended, worked }, window.location.origin);
  window.close();
};
