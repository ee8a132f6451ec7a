import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { GUIDES } from '#app/routes/docs.$guide/guides.server.ts';
import type { Block, Inline, Words } from '#app/ui/prose.ts';

describe.each([...GUIDES])('the guide %s, as a page', (name, { title, blocks }) => {
  const text = readFileSync(`docs/guides/${name}.md`, 'utf8');

  it('is the file itself, under its title', () => {
    expect(text.startsWith(`# ${title}\n`)).toBe(true);
    expect(blocks.filter((block) => block.kind === 'heading' && block.level === 1)).toEqual([]);
  });

  it('leaves no mark of its writing on the page, and loses no word', () => {
    const shown = blocks.flatMap(saidIn).join(' ');
    expect(shown).not.toMatch(/\*\*|\]\(|^#|^\||```/m);
    expect(lettersIn(shown)).toBe(lettersIn(text.slice(text.indexOf('\n')).replace(/\]\([^)]+\)/g, '')));
  });

  it('has tables with a cell for each column, and a name of its own for each', () => {
    for (const block of blocks) {
      if (block.kind !== 'table') continue;
      expect(block.head).not.toContain('');
      expect(new Set(block.head).size).toBe(block.head.length);
      for (const row of block.rows) expect(row).toHaveLength(block.head.length);
    }
  });
});

const textOf = (words: Words): string =>
  words.map((word: Inline) => ('words' in word ? textOf(word.words) : word.text)).join('');

function saidIn(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
      return [block.text];
    case 'paragraph':
      return [textOf(block.words)];
    case 'list':
      return block.items.map(textOf);
    case 'table':
      return [...block.head, ...block.rows.flat().map(textOf)];
    default:
      return block satisfies never;
  }
}

/** What is said, without how it is set. */
function lettersIn(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}
