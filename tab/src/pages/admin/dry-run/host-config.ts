/** The design system's own colours, so that a card follows the theme without being drawn again. */
const token = (name: string): string => `var(--${name})`;
const color = (strong: string, subtle = strong) => ({ default: token(strong), subtle: token(subtle) });

const foregroundColors = {
  default: color('colorNeutralForeground1', 'colorNeutralForeground2'),
  accent: color('colorBrandForeground1'),
  good: color('colorPaletteGreenForeground1'),
  warning: color('colorPaletteDarkOrangeForeground1'),
  attention: color('colorPaletteRedForeground1'),
};

const surface = (background: string) => ({ backgroundColor: background, foregroundColors });

/** How Teams draws a card, as near as the renderer comes to it. */
export const hostConfig = {
  fontFamily: token('fontFamilyBase'),
  supportsInteractivity: true,
  spacing: { small: 8, default: 12, medium: 16, large: 24, extraLarge: 32, padding: 16 },
  separator: { lineThickness: 1, lineColor: token('colorNeutralStroke2') },
  fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 400, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
  containerStyles: { default: surface('transparent'), emphasis: surface(token('colorNeutralBackground3')) },
  textStyles: { heading: { size: 'large', weight: 'bolder' } },
  textBlock: { headingLevel: 3 },
  factSet: { title: { weight: 'bolder', wrap: true, maxWidth: 160 }, value: { wrap: true }, spacing: 12 },
  actions: {
    maxActions: 6,
    allowTitleToWrap: true,
    buttonSpacing: 8,
    spacing: 'medium',
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
  },
};
