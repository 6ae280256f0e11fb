import { type CardJson, type CardMaker, cardOf, heading, openTab, paragraph } from './card.js';

/** The way to somebody's notes. It says nothing about them: a chat is no place for what is confidential (C-12). */
export const notesCard = (maker: CardMaker): CardJson => {
  const { words } = maker;
  return cardOf({
    words,
    body: [heading(words.t('card.notes.title')), paragraph(words.t('card.notes.body'))],
    links: [openTab(maker, words.t('card.notes.open'), 'notes')],
  });
};
