/** What a shape stands for; the screen's theme, or the paper, gives each its colour. */
export const tones = ['paper', 'ink', 'quiet', 'line', 'heat-1', 'heat-2', 'heat-3', 'heat-4', 'on-heat'] as const;
export type Tone = (typeof tones)[number];

export type Shape =
  | { readonly kind: 'box'; readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly tone: Tone }
  | { readonly kind: 'dot'; readonly x: number; readonly y: number; readonly radius: number; readonly tone: Tone }
  | {
      readonly kind: 'text';
      readonly x: number;
      /** Of the line on which the letters stand. */
      readonly y: number;
      readonly text: string;
      readonly tone: Tone;
      readonly strong?: boolean;
      readonly anchor?: 'middle';
    };

/** A picture as plain data, in pixels: the same for the screen, for paper and for a file. */
export type Drawing = { readonly width: number; readonly height: number; readonly shapes: readonly Shape[] };

export const textSize = 13;

/** How wide a text is, about. */
export const widthOf = (text: string): number => Math.ceil(text.length * textSize * 0.56);

/** Letters are about so wide; a name that would not fit is cut, as it stands whole in the table beside the picture. */
export const fitted = (text: string, width: number): string => {
  const most = Math.floor(width / (textSize * 0.56));
  return text.length <= most ? text : `${text.slice(0, Math.max(1, most - 1)).trimEnd()}…`;
};

/** On paper and in files, whatever theme the screen has. */
export const paperColours: Readonly<Record<Tone, string>> = {
  paper: '#ffffff',
  ink: '#242424',
  quiet: '#616161',
  line: '#d1d1d1',
  'heat-1': '#e0e1f5',
  'heat-2': '#bfc0ea',
  'heat-3': '#9ea0de',
  'heat-4': '#5b5fc7',
  'on-heat': '#ffffff',
};
