/** Captured when this module loads, so that it still tells the machine's time after `shiftDate`. */
const MachineDate = Date;

/** The machine's own time in epoch milliseconds, whatever the offset. */
export const machineNow = (): number => MachineDate.now();

let offset = 0;
let shifted = false;

/**
 * Makes `Date` of this whole process run ahead by `offsetMs`: `new Date()`, `Date.now()` and `Date()`. Everything that asks
 * it the time lives in the shifted time (tokens, storage clients, the product); timers keep running in real time. Call it
 * before the product is loaded; call it again to move on.
 */
export const shiftDate = (offsetMs: number): void => {
  offset = offsetMs;
  if (shifted) {
    return;
  }
  shifted = true;
  const now = (): number => MachineDate.now() + offset;
  globalThis.Date = new Proxy(MachineDate, {
    construct: (target, values: unknown[], newTarget) => Reflect.construct(target, values.length === 0 ? [now()] : values, newTarget),
    apply: () => new MachineDate(now()).toString(),
    get: (target, property, receiver) => (property === 'now' ? now : Reflect.get(target, property, receiver)),
  });
};
