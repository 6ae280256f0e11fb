import type { IntlMessageFormat } from 'intl-messageformat';

type Elements = ReturnType<IntlMessageFormat['getAst']>;
type Element = Elements[number];

const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const accented = 'áƀçđéƒğĥíĵķļɱñóƥɋŕšŧúṽŵẋýžÁɃÇĐÉƑĞĤÍĴĶĻṀÑÓƤɊŔŠŦÚṼŴẊÝŽ';
const marks = new Map(Array.from(plain, (letter, index) => [letter, Array.from(accented)[index] ?? letter]));

/** The same text, readable, with an accent on every letter. */
export const accent = (text: string): string => Array.from(text, (letter) => marks.get(letter) ?? letter).join('');

/** Shows where a translated text begins and ends. */
export const bracket = (text: string): string => `[${text}]`;

const accentElement = (element: Element): Element => {
  if ('options' in element) {
    const options = Object.entries(element.options).map(([name, option]) => [name, { ...option, value: accentMessage(option.value) }]);
    return { ...element, options: Object.fromEntries(options) };
  }
  return element.type === 0 ? { ...element, value: accent(element.value) } : element;
};

/** A parsed message with its own words accented; arguments, plurals and choices stay as they are. */
export const accentMessage = (elements: Elements): Elements => elements.map(accentElement);
