import { makeStaticStyles } from '@fluentui/react-components';

/** What is of no use on paper, within what stands there. */
export const unprinted = 'unprinted';

/**
 * On paper stands alone what is marked with `data-paper`: nothing else on the page takes up room there. With `data-paper="one-page"` it
 * ends with the page. A page of the app that marks nothing is printed as it is.
 */
export const usePaper = makeStaticStyles(`@media print {
  body:has([data-paper]) * { visibility: hidden; }
  body:has([data-paper]) :not(:has([data-paper]), [data-paper], [data-paper] *) { display: none; }
  body [data-paper], body [data-paper] * { visibility: visible; color: black; }
  body .${unprinted} { display: none; }
  [data-paper] { position: absolute; left: 0; top: 0; }
  :is(html, body):has([data-paper="one-page"]) { height: 100vh; overflow: hidden; }
}`);
