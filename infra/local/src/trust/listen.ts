import type { Server as HttpServer } from 'node:http';
import type { Server as HttpsServer } from 'node:https';

export type Listening = { readonly port: number; readonly stop: () => Promise<void> };

/** Somebody else listens there. */
export class PortTaken extends Error {
  override readonly name = 'PortTaken';
  readonly port: number;
  constructor(port: number, options?: ErrorOptions) {
    super(`Port ${port} on 127.0.0.1 is taken.`, options);
    this.port = port;
  }
}

/** Listens on 127.0.0.1 alone; port 0 takes a free one. Throws `PortTaken`. */
export const listenOnLoopback = async (server: HttpServer | HttpsServer, port: number): Promise<Listening> => {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) =>
      reject(cause.code === 'EADDRINUSE' || cause.code === 'EACCES' ? new PortTaken(port, { cause }) : cause),
    );
    server.listen(port, '127.0.0.1', () => resolve());
  });
  const address = server.address();
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { port: typeof address === 'object' && address !== null ? address.port : port, stop };
};
