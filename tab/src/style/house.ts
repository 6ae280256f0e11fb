import { makeStyles, tokens } from '@fluentui/react-components';

/** Below this width a page is one column and rows of a table become cards. */
export const phone = '@media (max-width: 640px)';

/** The few measures and surfaces that all pages share. */
export const useHouse = makeStyles({
  page: {
    boxSizing: 'border-box',
    width: '100%',
    maxWidth: '1080px',
    margin: '0 auto',
    padding: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalXXL} 64px`,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXL,
    [phone]: { padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL} 48px`, gap: tokens.spacingVerticalL },
  },
  /** Cards below each other, as far apart as those that stand in the page itself. */
  parts: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXL,
    minWidth: 0,
    [phone]: { gap: tokens.spacingVerticalL },
  },
  card: {
    boxSizing: 'border-box',
    minWidth: 0,
    padding: tokens.spacingHorizontalXXL,
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    [phone]: { padding: tokens.spacingHorizontalL },
  },
  /** The one card of a page that asks for something. */
  accent: {
    borderLeft: `4px solid ${tokens.colorBrandStroke1}`,
    paddingLeft: `calc(${tokens.spacingHorizontalXXL} - 3px)`,
    [phone]: { paddingLeft: `calc(${tokens.spacingHorizontalL} - 3px)` },
  },
  /** A field is as wide as what is written into it. */
  field: { maxWidth: '560px' },
  stack: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, minWidth: 0 },
  tight: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, minWidth: 0 },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM, minWidth: 0 },
  spread: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    minWidth: 0,
  },
  /** Somebody or something, and what can be done with it: at the end of the same line, however narrow that is. */
  beside: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    minWidth: 0,
    '> :last-child:not(:first-child)': { flexShrink: 0 },
  },
  head: {
    display: 'flex',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    '> :last-child:not(h1)': { flexShrink: 0 },
  },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalM,
    [phone]: { flexDirection: 'column', alignItems: 'stretch' },
  },
  /** Sets what closes something apart from it. */
  above: { marginTop: tokens.spacingVerticalM },
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(300px, 100%), 1fr))',
    gap: tokens.spacingHorizontalL,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  halves: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(360px, 100%), 1fr))',
    gap: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXL}`,
  },
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
  },
  /** A choice is no wider than its place, however long a title in it is. */
  select: { minWidth: 0, width: '100%', textOverflow: 'ellipsis' },
  narrow: { minWidth: 0 },
  bullets: { margin: 0, paddingLeft: tokens.spacingHorizontalXL, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  /** A line of reading is never longer than eyes like it. */
  prose: { maxWidth: '86ch', margin: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-line' },
  quiet: { color: tokens.colorNeutralForeground2 },
  small: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold },
  subheading: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    outlineStyle: 'none',
    [phone]: { fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600 },
  },
  unseen: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});
