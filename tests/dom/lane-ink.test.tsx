import { readFileSync } from 'node:fs';
import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { LANE_INK } from '#app/overview/drawing/lane-ink.ts';
import { BASES } from '#app/persona/persona.ts';
import { Glyph } from '#app/ui/glyph.tsx';

const tokens = readFileSync('app/ui/style/tokens.css', 'utf8');

test.each(BASES)('a picture draws %s as pages do: the same shape, the same three tones', (base) => {
  const ink = LANE_INK[base];
  const paths = (core: boolean) =>
    [...render(<Glyph lane={base} core={core} />).container.querySelectorAll('path')].map((path) =>
      path.getAttribute('d'),
    );
  expect(paths(false)).toEqual([ink.outline]);
  expect(paths(true)).toEqual([ink.outline, ink.core]);
  const light = (name: string) =>
    new RegExp(`--${base.replace('_', '-')}-${name}: light-dark\\((#[0-9a-f]{6})`).exec(tokens)?.[1];
  expect([light('mark'), light('ink'), light('wash')]).toEqual([ink.mark, ink.word, ink.wash]);
});
