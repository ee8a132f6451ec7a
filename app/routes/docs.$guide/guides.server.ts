import type { Block } from '#app/ui/prose.ts';
import committeeView from '../../../docs/guides/committee-view.md?raw';
import howSure from '../../../docs/guides/how-sure-are-we.md?raw';
import noTotal from '../../../docs/guides/why-no-total.md?raw';
import { blocksOf } from './blocks-of.server.ts';

export interface Guide {
  title: string;
  blocks: Block[];
}

/** The guides that a page leads to, by their name in docs/guides: the text itself, so that there is one of it. Read once. */
export const GUIDES: ReadonlyMap<string, Guide> = new Map(
  Object.entries({
    'committee-view': committeeView,
    'how-sure-are-we': howSure,
    'why-no-total': noTotal,
  }).map(([name, text]) => [name, guideOf(text)]),
);

function guideOf(text: string): Guide {
  const [title, ...blocks] = blocksOf(text);
  if (title?.kind !== 'heading') throw new Error('A guide begins with its title.');
  return { title: title.text, blocks };
}
