import { foldSmall, hasSmall, smallBelow, type TieMap, tieSums } from '@coaching-pairs/shared/pictures/ties';
import type { Words } from '@coaching-pairs/shared/words/words';
import { Switch } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../session.js';
import { useHouse } from '../../style/house.js';
import { Picture } from './picture.js';
import { tiesDrawing } from './ties-drawing.js';

const nameIn =
  ({ t }: Words, { functions }: TieMap) =>
  (at: number): string => {
    const one = functions[at];
    if (one !== undefined && one.functions > 1) return t('tab.pictures.ties.small', { count: one.functions });
    return one?.name ?? t('tab.pictures.ties.unknown');
  };

const strongestFirst = ({ ties }: TieMap): TieMap['ties'] =>
  [...ties].sort((a, b) => b.count - a.count || a.one - b.one || a.other - b.other);

/** All of the picture in a sentence. */
const tiesText = (words: Words, map: TieMap): string => {
  const { t } = words;
  const [strongest] = strongestFirst(map);
  const sums = t('tab.pictures.ties.text', { ties: tieSums(map).ties, functions: map.functions.length });
  if (strongest === undefined) return sums;
  const { one, other, count } = strongest;
  const nameOf = nameIn(words, map);
  return `${sums} ${t('tab.pictures.ties.most', { one: nameOf(one), other: nameOf(other), count })}`;
};

type TiePictureProps = {
  /** The round it is of. */
  readonly of: string;
  readonly map: TieMap;
  readonly children?: ReactNode;
};

/**
 * Which functions are tied together, and how often (CP-96). Small ones are put together at first, so that what is passed on tells nobody
 * who is with whom (C-03); whoever sees this page knows the pairs and may take them apart.
 */
export const TiePicture = ({ of, map, children }: TiePictureProps) => {
  const words = useWords();
  const { t } = words;
  const house = useHouse();
  const [together, setTogether] = useState(true);
  const shown = together ? foldSmall(map) : map;
  const nameOf = nameIn(words, shown);
  const table = {
    columns: [t('tab.pictures.ties.one'), t('tab.pictures.ties.other'), t('tab.pictures.ties.count')],
    rows: strongestFirst(shown).map(({ one, other, count }) => [nameOf(one), nameOf(other), count]),
  };
  return (
    <Picture
      title={t('tab.pictures.ties.title')}
      file="ties"
      of={of}
      text={tiesText(words, shown)}
      drawing={tiesDrawing(shown, nameOf)}
      table={table}
    >
      {children}
      {hasSmall(map) && (
        <div className={house.tight}>
          <Switch
            checked={together}
            label={t('tab.pictures.ties.fold', { few: smallBelow })}
            onChange={(_event, { checked }) => setTogether(checked)}
          />
          <p className={`${house.prose} ${house.small}`}>{t('tab.pictures.ties.foldHint')}</p>
        </div>
      )}
      <p className={`${house.prose} ${house.small}`}>{t('tab.pictures.ties.source')}</p>
    </Picture>
  );
};
