/** The design system's own colours, so that a card follows the theme without being drawn again. */
const token = (name: string): string => `var(--${name})`;
const color = (strong: string, subtle = strong) => ({ default: token(strong), subtle: token(subtle) });

const foregroundColors = {
  default: color('colorNeutralForeground1', 'colorNeutralForeground2'),
  dark: color('colorNeutralForeground1'),
  light: color('colorNeutralForeground2'),
  accent: color('colorBrandForeground1'),
  good: color('colorPaletteGreenForeground1'),
  warning: color('colorPaletteDarkOrangeForeground1'),
  attention: color('colorPaletteRedForeground1'),
};

const surface = (background: string) => ({ backgroundColor: background, foregroundColors });

/** How Teams draws an Adaptive Card, as near as the renderer comes to it; its host config, as plain data. */
export const cardLook = {
  fontFamily: token('fontFamilyBase'),
  supportsInteractivity: true,
  spacing: { small: 8, default: 12, medium: 16, large: 24, extraLarge: 32, padding: 16 },
  separator: { lineThickness: 1, lineColor: token('colorNeutralStroke2') },
  fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 400, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
  imageSizes: { small: 32, medium: 52, large: 100 },
  containerStyles: {
    default: surface('transparent'),
    emphasis: surface(token('colorNeutralBackground3')),
    accent: surface(token('colorBrandBackground2')),
    good: surface(token('colorPaletteGreenBackground1')),
    warning: surface(token('colorPaletteDarkOrangeBackground1')),
    attention: surface(token('colorPaletteRedBackground1')),
  },
  textStyles: { heading: { size: 'large', weight: 'bolder' }, columnHeader: { weight: 'bolder' } },
  textBlock: { headingLevel: 3 },
  factSet: {
    title: { weight: 'bolder', wrap: true, maxWidth: 160 },
    value: { wrap: true },
    spacing: 12,
  },
  inputs: {
    label: { inputSpacing: 'small', requiredInputs: { weight: 'bolder', suffix: ' *' }, optionalInputs: { weight: 'bolder' } },
    errorMessage: { color: 'attention' },
  },
  actions: {
    maxActions: 6,
    allowTitleToWrap: true,
    buttonSpacing: 8,
    spacing: 'medium',
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
    showCard: { actionMode: 'inline', inlineTopMargin: 12, style: 'default' },
  },
} as const;
