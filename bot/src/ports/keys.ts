/** Between the parts of a key. It sorts after everything that a part may contain, which is what makes prefixes exact. */
const separator = '~';
const kept = /^[A-Za-z0-9._-]$/;

/** One part of a key, reversible: letters, digits and `. _ -` stay, every other UTF-16 unit becomes `=` and four hex digits. */
export const encodePart = (part: string): string => {
  if (part === '') return '=';
  return part
    .split('')
    .map((unit) => (kept.test(unit) ? unit : `=${unit.charCodeAt(0).toString(16).padStart(4, '0')}`))
    .join('');
};

export const decodePart = (encoded: string): string =>
  encoded === '=' ? '' : encoded.replace(/=([0-9a-f]{4})/g, (_match, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** A partition or row key of any opaque parts: `keyOf('participant', personId)` gives `participant~…`. Its length is checked on writing. */
export const keyOf = (...parts: readonly [string, ...string[]]): string => parts.map(encodePart).join(separator);

export const partsOf = (key: string): readonly string[] => key.split(separator).map(decodePart);

/** The prefix of every key that has these parts first and more after them: `prefixOf('participant')` gives `participant~`. */
export const prefixOf = (...parts: readonly [string, ...string[]]): string => `${keyOf(...parts)}${separator}`;

/** A key after every key with this prefix and before all others. */
export const endOf = (prefix: string): string => `${prefix}${separator}${separator}`;
