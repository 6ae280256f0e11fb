import { makeStaticStyles } from '@fluentui/react-components';

/** What is of no use on paper, within what stands there. */
export const unprinted = 'unprinted';

/** On paper stands alone what is marked with `data-paper`; with `data-paper="one-page"` nothing else takes up a page either. */
export const usePaper = makeStaticStyles(`@media print {
  body * { visibility: hidden; }
  [data-paper], [data-paper] * { visibility: visible; color: black; }
  [data-paper] { position: absolute; left: 0; top: 0; }
  :is(html, body):has([data-paper="one-page"]) { height: 100vh; overflow: hidden; }
  .unprinted { display: none !important; }
}`);
