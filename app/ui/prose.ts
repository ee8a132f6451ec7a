/** A piece of a line of Markdown. */
export type Inline =
  | { readonly kind: 'text' | 'code' | 'strong' | 'em'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly to: string };

export type Words = readonly Inline[];

export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly words: Words }
  | { readonly kind: 'list'; readonly items: readonly Words[] }
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      readonly rows: readonly (readonly Words[])[];
    };

/**
 * The Markdown that our own guides are written in: headings, paragraphs, lists, tables, and within a line code, strong, emphasis
 * and links. Nothing that a stranger wrote is read by it, and what it doesn't know stays as it was written.
 */
export function blocksOf(markdown: string): Block[] {
  return markdown
    .split(/\n\s*\n/)
    .map((block) => block.trimEnd())
    .filter((block) => block !== '')
    .map(blockOf);
}

function blockOf(block: string): Block {
  const heading = /^(#+) (.+)$/.exec(block);
  if (heading) return { kind: 'heading', level: heading[1]!.length, text: heading[2]! };
  if (block.startsWith('|')) return tableOf(block.split('\n'));
  if (block.startsWith('- ')) return { kind: 'list', items: block.slice(2).split(/\n- /).map(wordsOf) };
  return { kind: 'paragraph', words: wordsOf(block) };
}

/** The second line of a table is a rule. */
function tableOf([head, , ...rows]: string[]): Block {
  return {
    kind: 'table',
    head: cellsOf(head!),
    rows: rows.map((row) => cellsOf(row).map(wordsOf)),
  };
}

function cellsOf(row: string): string[] {
  return row
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());
}

const MARKS = /`([^`]+)`|\*\*(.+?)\*\*|\*(.+?)\*|\[([^\]]+)\]\(([^)]+)\)/g;

/** Lines within a block are one line. */
function wordsOf(lines: string): Words {
  const line = lines.replace(/\s*\n\s*/g, ' ');
  const words: Inline[] = [];
  let from = 0;
  for (const found of line.matchAll(MARKS)) {
    if (found.index > from) words.push({ kind: 'text', text: line.slice(from, found.index) });
    words.push(markedBy(found));
    from = found.index + found[0].length;
  }
  if (from < line.length) words.push({ kind: 'text', text: line.slice(from) });
  return words;
}

function markedBy([, code, strong, em, link, to]: RegExpExecArray): Inline {
  if (code !== undefined) return { kind: 'code', text: code };
  if (strong !== undefined) return { kind: 'strong', text: strong };
  if (em !== undefined) return { kind: 'em', text: em };
  return { kind: 'link', text: link!, to: to! };
}
