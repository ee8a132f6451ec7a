import { lexer, type Token, type Tokens } from 'marked';
import type { Block, Inline, Words } from '#app/ui/prose.ts';

/**
 * The Markdown that our own guides are written in, as a page shows it: headings, paragraphs, lists, tables, and within a line code,
 * strong, emphasis and links. Throws at anything else, HTML above all: nobody would notice a guide that is shown in part.
 */
export function blocksOf(markdown: string): Block[] {
  return lexer(markdown).flatMap((token) => (token.type === 'space' ? [] : [blockOf(token)]));
}

function blockOf(token: Token): Block {
  switch (token.type) {
    case 'heading':
      return { kind: 'heading', level: token.depth, text: token.text };
    case 'paragraph':
    case 'text':
      return { kind: 'paragraph', words: wordsOf(token) };
    case 'list':
      return { kind: 'list', items: (token as Tokens.List).items.map(itemOf) };
    case 'table': {
      const { header, rows } = token as Tokens.Table;
      return {
        kind: 'table',
        head: header.map(({ text }) => text),
        rows: rows.map((row) => row.map(wordsOf)),
      };
    }
    default:
      throw unknown(token.type);
  }
}

/** A point of a list is one paragraph. */
function itemOf({ tokens: [only, ...more] }: Tokens.ListItem): Words {
  if (!only || more.length > 0) throw unknown('list in a list');
  return wordsOf(only as Tokens.Text);
}

function wordsOf(token: { tokens?: Token[] | undefined }): Words {
  return (token.tokens ?? []).map(wordOf);
}

function wordOf(token: Token): Inline {
  switch (token.type) {
    case 'text':
    case 'escape':
      return { kind: 'text', text: token.text.replaceAll(/\s*\n\s*/g, ' ') };
    case 'codespan':
      return { kind: 'code', text: token.text };
    case 'strong':
    case 'em':
      return { kind: token.type, words: wordsOf(token as Tokens.Strong) };
    case 'link':
      return { kind: 'link', words: wordsOf(token as Tokens.Link), to: token.href };
    default:
      throw unknown(token.type);
  }
}

function unknown(what: string): Error {
  return new Error(`A guide holds a ${what}, which its page does not show.`);
}
