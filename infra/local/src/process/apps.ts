import type { AppBoard, SandboxApps } from '../parts.js';

/** Nobody has the app before the room that keeps the chats is open. */
export const openApps = (): SandboxApps => {
  let board: AppBoard = { has: () => false, install: async () => undefined };
  return {
    has: (personId) => board.has(personId),
    install: (personId) => board.install(personId),
    keptBy: (keeper) => {
      board = keeper;
    },
  };
};
