import { type CsvCell, csvText } from '@coaching-pairs/shared/words/csv-text';
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useWords } from '../../session.js';
import { useHouse } from '../../style/house.js';
import { useFeedback } from '../feedback.js';
import { unprinted } from '../paper.js';
import { saveAs } from '../save-as.js';
import { Section } from '../section.js';
import { ShowMore } from '../show-more.js';
import type { Drawing } from './drawing.js';
import { pngOf } from './drawing-file.js';
import { DrawingView } from './drawing-view.js';

const useStyles = makeStyles({
  table: { borderCollapse: 'collapse', width: '100%', fontVariantNumeric: 'tabular-nums' },
  cell: {
    textAlign: 'start',
    verticalAlign: 'top',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
    fontWeight: tokens.fontWeightRegular,
  },
  head: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  number: { textAlign: 'end', paddingRight: tokens.spacingHorizontalXS, whiteSpace: 'nowrap', overflowWrap: 'normal' },
  whole: { breakInside: 'avoid' },
  /** A drawing that would be cut in half of the page has all of it, and the table stands below. */
  below: { gridTemplateColumns: 'minmax(0, 1fr)' },
});

/** What half of a page has room for, in pixels. */
const halfOfPage = 460;

export type PictureTable = { readonly columns: readonly string[]; readonly rows: readonly (readonly CsvCell[])[] };

const Table = ({ columns, rows, label }: PictureTable & { readonly label: string }) => {
  const styles = useStyles();
  const { number } = useWords();
  const ofNumbers = columns.map((_name, at) => typeof rows[0]?.[at] === 'number');
  const look = (at: number) => mergeClasses(styles.cell, ofNumbers[at] === true && styles.number);
  return (
    <ShowMore items={rows} step={20}>
      {(shown) => (
        <table className={styles.table} aria-label={label}>
          <thead>
            <tr>
              {columns.map((name, at) => (
                <th key={name} scope="col" className={mergeClasses(look(at), styles.head)}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((cells) => (
              <tr key={cells.join('\t')}>
                {cells.map((cell, at) => (
                  <td key={columns[at]} className={look(at)}>
                    {typeof cell === 'number' ? number(cell) : cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </ShowMore>
  );
};

type PictureProps = {
  readonly title: string;
  /** What a file of it is called, without its ending. */
  readonly file: string;
  /** Of what it is, above the picture in a file. */
  readonly of: string;
  /** What it shows, in a sentence; also for whoever does not see it. */
  readonly text: string;
  readonly drawing: Drawing;
  readonly table: PictureTable;
  /** Choices about it. */
  readonly children?: ReactNode;
};

/** A picture with what it shows in words and as a table; both can be taken along, the picture as PNG and the table as CSV. */
export const Picture = ({ title, file, of, text, drawing, table, children }: PictureProps) => {
  const { t } = useWords();
  const house = useHouse();
  const styles = useStyles();
  const feedback = useFeedback();
  const savePicture = async (): Promise<void> => {
    const png = await pngOf(drawing, `${of}: ${title}`);
    if (png === null) feedback.failed(null);
    else saveAs(`${file}.png`, 'image/png', png);
  };
  return (
    <Section title={title}>
      {children !== undefined && <div className={mergeClasses(house.stack, unprinted)}>{children}</div>}
      <p className={house.prose}>{text}</p>
      <div className={mergeClasses(house.halves, drawing.width > halfOfPage ? styles.below : styles.whole)}>
        <DrawingView drawing={drawing} title={title} text={text} />
        <div className={house.stack}>
          <Table {...table} label={title} />
        </div>
      </div>
      <div className={mergeClasses(house.actions, unprinted)}>
        <Button aria-label={t('tab.pictures.pngOf', { title })} onClick={() => void savePicture()}>
          {t('tab.pictures.png')}
        </Button>
        <Button
          aria-label={t('tab.pictures.csvOf', { title })}
          onClick={() => saveAs(`${file}.csv`, 'text/csv;charset=utf-8', csvText([table.columns, ...table.rows]))}
        >
          {t('tab.pictures.csv')}
        </Button>
      </div>
    </Section>
  );
};
