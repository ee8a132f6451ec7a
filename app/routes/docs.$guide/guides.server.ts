import committeeView from '../../../docs/guides/committee-view.md?raw';
import howSure from '../../../docs/guides/how-sure-are-we.md?raw';
import noTotal from '../../../docs/guides/why-no-total.md?raw';

/** The guides that a page leads to, by their name in docs/guides: the text itself, so that there is one of it. */
export const GUIDES: ReadonlyMap<string, string> = new Map([
  ['committee-view', committeeView],
  ['how-sure-are-we', howSure],
  ['why-no-total', noTotal],
]);
