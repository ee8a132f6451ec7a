import { describe, expect, it } from 'vitest';
import { blocksOf } from '#app/routes/docs.$guide/blocks-of.server.ts';

describe('the Markdown of a guide', () => {
  it('is headings, paragraphs, lists and tables', () => {
    expect(
      blocksOf(
        '# A guide\n\nOne line\nand the next.\n\n- first\n  goes on\n- second\n\n| A | B |\n|---|---|\n| 1 | 2 |\n',
      ),
    ).toEqual([
      { kind: 'heading', level: 1, text: 'A guide' },
      { kind: 'paragraph', words: [{ kind: 'text', text: 'One line and the next.' }] },
      {
        kind: 'list',
        items: [[{ kind: 'text', text: 'first goes on' }], [{ kind: 'text', text: 'second' }]],
      },
      {
        kind: 'table',
        head: ['A', 'B'],
        rows: [[[{ kind: 'text', text: '1' }], [{ kind: 'text', text: '2' }]]],
      },
    ]);
  });

  it('knows code, strong, emphasis and links within a line', () => {
    expect(blocksOf('Take `x * y`, **all** of *it*: [here](api.md).')).toEqual([
      {
        kind: 'paragraph',
        words: [
          { kind: 'text', text: 'Take ' },
          { kind: 'code', text: 'x * y' },
          { kind: 'text', text: ', ' },
          { kind: 'strong', words: [{ kind: 'text', text: 'all' }] },
          { kind: 'text', text: ' of ' },
          { kind: 'em', words: [{ kind: 'text', text: 'it' }] },
          { kind: 'text', text: ': ' },
          { kind: 'link', words: [{ kind: 'text', text: 'here' }], to: 'api.md' },
          { kind: 'text', text: '.' },
        ],
      },
    ]);
  });

  it('leaves alone what is no mark', () => {
    expect(blocksOf('3 * 4 and a_b')).toEqual([
      { kind: 'paragraph', words: [{ kind: 'text', text: '3 * 4 and a_b' }] },
    ]);
  });

  it('knows a mark within a mark', () => {
    expect(blocksOf('**all of `x`**')).toEqual([
      {
        kind: 'paragraph',
        words: [
          {
            kind: 'strong',
            words: [
              { kind: 'text', text: 'all of ' },
              { kind: 'code', text: 'x' },
            ],
          },
        ],
      },
    ]);
  });

  it.each([
    '<b>HTML</b>',
    'text <i>with it</i>',
    '> a quote',
    '```\ncode\n```',
    '- a\n  - b',
    '![a picture](x.png)',
  ])('shows no part of what it cannot show whole: %j', (markdown) => {
    expect(() => blocksOf(markdown)).toThrow('which its page does not show');
  });
});
