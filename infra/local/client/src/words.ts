import { sandboxWordsFor } from '@coaching-pairs/local/words/sandbox-words';
import { wordsFor } from '@coaching-pairs/shared/words/words';

/** The language of the page: what the address asks for with `?locale=`, else the browser's own. */
const locale = new URLSearchParams(window.location.search).get('locale') ?? window.navigator.language;

export const words = sandboxWordsFor(locale);
export const { t } = words;
/** The product's own words in the same language, for what Teams would show of the app's manifest. */
export const productWords = wordsFor(locale);
