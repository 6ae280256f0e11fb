import type { Work } from '@coaching-pairs/shared/wire/parts';

export const isRunning = (work: Work): boolean => work.state === 'waiting' || work.state === 'running';
