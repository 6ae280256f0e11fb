import { cardLook } from '@coaching-pairs/shared/wire/card-look';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { AdaptiveCard, HostConfig } from 'adaptivecards';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';

/** The renderer brings no looks of its own for buttons, and spaces between them that would indent a second line. */
const useStyles = makeStyles({
  card: {
    '& .ac-actionSet': { flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
    '& .ac-actionSet > div': { display: 'none' },
    '& .ac-pushButton': {
      font: 'inherit',
      fontWeight: tokens.fontWeightSemibold,
      minHeight: '32px',
      padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
      border: `1px solid ${tokens.colorNeutralStroke1}`,
      borderRadius: tokens.borderRadiusMedium,
      backgroundColor: tokens.colorNeutralBackground1,
      color: tokens.colorNeutralForeground1,
      overflowWrap: 'anywhere',
    },
    '& .ac-pushButton.style-positive, & .ac-pushButton.primary': {
      backgroundColor: tokens.colorBrandBackground,
      border: '1px solid transparent',
      color: tokens.colorNeutralForegroundOnBrand,
    },
  },
});

/** Cards carry no emphasis and no links in their texts: what a text has of markdown are the signs that were set before a name's own. */
const asTeamsShows = (text: string): string => text.replace(/\\([\\`*_[\]<>#~|+.)-])/gu, '$1');

const escaped = (text: string): string => text.replace(/[&<>"]/gu, (sign) => `&#${String(sign.codePointAt(0))};`);

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = escaped(asTeamsShows(text));
  result.didProcess = true;
};

const drawn = (written: string): HTMLElement | undefined => {
  const view = new AdaptiveCard();
  view.hostConfig = new HostConfig(cardLook);
  // Nothing happens where a button is pressed: the card is only looked at.
  view.onExecuteAction = () => undefined;
  view.parse(JSON.parse(written));
  const element = view.render();
  element?.removeAttribute('tabindex');
  return element;
};

/** A card drawn by the real Adaptive Cards renderer, to be looked at: nothing on it can be pressed. */
export const CardView = ({ card }: { readonly card: Readonly<Record<string, unknown>> }) => {
  const { t } = useWords();
  const house = useHouse();
  const styles = useStyles();
  const place = useRef<HTMLDivElement>(null);
  const [broken, setBroken] = useState(false);
  const written = JSON.stringify(card);
  useEffect(() => {
    const element = drawn(written);
    setBroken(element === undefined);
    place.current?.replaceChildren(...(element === undefined ? [] : [element]));
    for (const control of place.current?.querySelectorAll<HTMLElement>('button, a, input') ?? []) control.inert = true;
  }, [written]);
  return (
    <>
      {broken && <p className={house.prose}>{t('tab.cards.unreadable')}</p>}
      <div ref={place} className={mergeClasses(house.card, styles.card)} />
    </>
  );
};
