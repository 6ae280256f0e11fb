import { useState } from 'react';
import { keep, readKept } from '../../../data/kept.js';

type Numbers = Readonly<Record<string, number>>;

const has = <Setting extends Numbers>(value: unknown, blank: Setting): value is Setting =>
  typeof value === 'object' && value !== null && Object.keys(blank).every((key) => typeof Reflect.get(value, key) === 'number');

/** How a timer is set, in numbers; kept beside it while the tab is open. */
export const useKeptSetting = <Setting extends Numbers>(name: string, blank: Setting): readonly [Setting, (next: Setting) => void] => {
  const [setting, set] = useState<Setting>(() => {
    const value = readKept(name)?.value;
    return has(value, blank) ? value : blank;
  });
  return [
    setting,
    (next) => {
      set(next);
      keep(name, next);
    },
  ];
};
