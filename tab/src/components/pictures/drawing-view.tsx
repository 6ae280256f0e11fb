import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type Drawing, paperColours, type Shape, type Tone, textSize } from './drawing.js';

const brand = (percent: number): string =>
  `color-mix(in srgb, ${tokens.colorBrandBackground} ${percent}%, ${tokens.colorNeutralBackground1})`;
const onPaper = (tone: Tone) => ({ '@media print': { fill: paperColours[tone] } });

const useStyles = makeStyles({
  place: {
    margin: 0,
    overflowX: 'auto',
    minWidth: 0,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, borderRadius: tokens.borderRadiusMedium },
    '@media print': { overflowX: 'visible' },
  },
  drawing: {
    display: 'block',
    fontFamily: tokens.fontFamilyBase,
    fontSize: `${textSize}px`,
    '@media print': { maxWidth: '100%', height: 'auto' },
  },
  strong: { fontWeight: tokens.fontWeightSemibold },
  paper: { fill: tokens.colorNeutralBackground1, ...onPaper('paper') },
  ink: { fill: tokens.colorNeutralForeground1, ...onPaper('ink') },
  quiet: { fill: tokens.colorNeutralForeground2, ...onPaper('quiet') },
  line: { fill: tokens.colorNeutralStroke1, ...onPaper('line') },
  'heat-1': { fill: brand(16), ...onPaper('heat-1') },
  'heat-2': { fill: brand(30), ...onPaper('heat-2') },
  'heat-3': { fill: brand(45), ...onPaper('heat-3') },
  'heat-4': { fill: tokens.colorBrandBackground, ...onPaper('heat-4') },
  'on-heat': { fill: tokens.colorNeutralForegroundOnBrand, ...onPaper('on-heat') },
});

const One = ({ shape }: { readonly shape: Shape }) => {
  const styles = useStyles();
  const colour = styles[shape.tone];
  switch (shape.kind) {
    case 'box':
      return <rect x={shape.x} y={shape.y} width={shape.width} height={shape.height} rx={3} className={colour} />;
    case 'dot':
      return <circle cx={shape.x} cy={shape.y} r={shape.radius} className={colour} />;
    case 'text':
      return (
        <text
          x={shape.x}
          y={shape.y}
          textAnchor={shape.anchor ?? 'start'}
          className={mergeClasses(colour, shape.strong === true && styles.strong)}
        >
          {shape.text}
        </text>
      );
  }
};

type DrawingViewProps = { readonly drawing: Drawing; readonly title: string; readonly text: string };

/** A drawing in the colours of the theme, or of paper; one that is wider than its place is moved by keyboard too. */
export const DrawingView = ({ drawing, title, text }: DrawingViewProps) => {
  const styles = useStyles();
  const { width, height, shapes } = drawing;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled has to be reached by keyboard.
    <figure className={styles.place} tabIndex={0} aria-label={title}>
      <svg className={styles.drawing} width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={text}>
        {shapes.map((shape, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: shapes have no other name than their place.
          <One key={at} shape={shape} />
        ))}
      </svg>
    </figure>
  );
};
