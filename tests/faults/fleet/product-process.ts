import { shiftDate } from '@coaching-pairs/local/clock/shift-date';

/** The product's own process, on a machine whose clock is wrong by so many milliseconds. */
shiftDate(Number(process.env['CLOCK_AHEAD_MS'] ?? 0));
await import('@coaching-pairs/bot/server');
