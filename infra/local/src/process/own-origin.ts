import { readFile } from 'node:fs/promises';
import { request } from 'node:https';
import { join } from 'node:path';

/** Whether the program that listens on `port` has the certificate kept in `folder`: then it is a sandbox on the same data. */
export const isOwnOrigin = async (folder: string, port: number): Promise<boolean> => {
  const ca = await readFile(join(folder, 'certificate.pem'));
  return new Promise((resolve) => {
    const asked = request({ host: '127.0.0.1', port, path: '/', ca, agent: false, timeout: 2000 }, (response) => {
      response.resume();
      resolve(true);
    });
    asked.on('timeout', () => asked.destroy());
    asked.on('error', () => resolve(false));
    asked.end();
  });
};
