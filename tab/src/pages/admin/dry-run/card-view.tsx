import { cardLook } from '@coaching-pairs/shared/wire/card-look';
import { AdaptiveCard, HostConfig } from 'adaptivecards';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../../session.js';
import { useHouse } from '../../../style/house.js';

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
      <div ref={place} className={house.card} />
    </>
  );
};
