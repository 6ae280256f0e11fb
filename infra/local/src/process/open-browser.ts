import { spawn } from 'node:child_process';

const commandOf = (platform: NodeJS.Platform, url: string): readonly [string, readonly string[]] => {
  switch (platform) {
    case 'darwin':
      return ['open', [url]];
    case 'win32':
      return ['cmd', ['/c', 'start', '', url]];
    default:
      return ['xdg-open', [url]];
  }
};

/** Opens the person's browser. Where there is none, nothing happens: the address is printed anyway. */
export const openBrowser = (url: string): void => {
  const [command, args] = commandOf(process.platform, url);
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
};
