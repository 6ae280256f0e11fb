import { paragraphsOf } from '@coaching-pairs/shared/guidance/own-words';
import type { Said } from '@coaching-pairs/shared/wire/own-words';
import { box, type CardMaker, label, paragraph, plain } from './card.js';

/** What an organiser says in their own words, set apart from the product's and under their name (S-14); nothing where nobody does. */
export const ownWords = ({ words }: CardMaker, said: Said | null) =>
  said === null
    ? []
    : [
        box([
          label(words.t('card.ownWords', { name: plain(said.by.name) })),
          ...paragraphsOf(said.text).map((text) => paragraph(plain(text))),
        ]),
      ];
