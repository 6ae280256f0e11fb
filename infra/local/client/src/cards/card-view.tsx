import { cardLook } from '@coaching-pairs/shared/wire/card-look';
import { type Action, AdaptiveCard, ExecuteAction, HostConfig, OpenUrlAction, SubmitAction } from 'adaptivecards';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { CardJson } from '../sandbox-api.js';
import { t } from '../words.js';
import { htmlOf } from './markdown.js';

/** What a person did on a card. */
export type CardClick =
  | { readonly kind: 'execute'; readonly verb: string; readonly data: CardJson }
  | { readonly kind: 'submit'; readonly data: CardJson }
  | { readonly kind: 'link'; readonly url: string };

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = htmlOf(text);
  result.didProcess = true;
};

const hostConfig = new HostConfig(cardLook);

const objectOf = (value: unknown): CardJson =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value)) : {};

const clickOf = (action: Action): CardClick | undefined => {
  if (action instanceof ExecuteAction) return { kind: 'execute', verb: action.verb, data: objectOf(action.data) };
  if (action instanceof SubmitAction) return { kind: 'submit', data: objectOf(action.data) };
  if (action instanceof OpenUrlAction) return { kind: 'link', url: action.url ?? '' };
  return undefined;
};

const drawn = (card: CardJson, click: (click: CardClick) => void): HTMLElement | undefined => {
  const view = new AdaptiveCard();
  view.hostConfig = hostConfig;
  view.onExecuteAction = (action) => {
    const done = clickOf(action);
    if (done !== undefined) click(done);
  };
  view.onAnchorClicked = (_element, anchor) => {
    click({ kind: 'link', url: anchor.href });
    return true;
  };
  view.parse({ ...card });
  const element = view.render();
  // A card is read, not operated: its buttons and fields can be reached, the card itself has nothing to do.
  element?.removeAttribute('tabindex');
  return element;
};

type View = { readonly card: CardJson; readonly busy: boolean; readonly onClick: (click: CardClick) => void };

const controlsIn = (place: HTMLElement): readonly HTMLElement[] => [
  ...place.querySelectorAll<HTMLElement>('button, input, select, textarea'),
];

/** Draws the card anew; whoever was at one of its controls stays at the one in the same place. */
const replaced = (place: HTMLElement, element: HTMLElement): void => {
  const at = controlsIn(place).findIndex((control) => control.matches(':focus'));
  place.replaceChildren(element);
  const controls = controlsIn(place);
  if (at >= 0) (controls[at] ?? controls[0])?.focus({ preventScroll: true });
};

/** Whoever clicked with the keyboard goes on in the card that came back, unless something else has taken over, such as a dialog. */
const useKeptFocus = (place: RefObject<HTMLDivElement | null>, settled: boolean, written: string): (() => void) => {
  const clicked = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another card is what the focus is kept for.
  useEffect(() => {
    if (!settled || !clicked.current) return;
    clicked.current = false;
    if (document.activeElement === document.body && place.current !== null) controlsIn(place.current)[0]?.focus({ preventScroll: true });
  }, [settled, written]);
  return () => {
    clicked.current = true;
  };
};

/** A card drawn by the real Adaptive Cards renderer. While `busy`, nothing on it can be clicked. */
export const CardView = ({ card, busy, onClick }: View) => {
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(onClick);
  const [broken, setBroken] = useState(false);
  const written = JSON.stringify(card);
  useEffect(() => {
    const element = drawn(JSON.parse(written), (click) => latest.current(click));
    setBroken(element === undefined);
    if (element !== undefined && place.current !== null) replaced(place.current, element);
  }, [written]);
  // After the drawing: what is focused before is replaced when the card and the end of the wait arrive together.
  const keepFocus = useKeptFocus(place, !busy, written);
  useEffect(() => {
    latest.current = (done) => {
      keepFocus();
      onClick(done);
    };
  });
  return (
    <>
      {broken && <p className="quiet">{t('chat.unreadable')}</p>}
      <div ref={place} className="card-place" inert={busy} aria-busy={busy} />
    </>
  );
};
