import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PressedTemplate } from './pressed-template.server.ts';

test('what is pressed in pieces is, unpressed, the text with its holes filled in', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 300 });
  fc.assert(
    fc.property(
      fc.array(text, { minLength: 1, maxLength: 8 }),
      fc.array(text, { maxLength: 7 }),
      (pieces, values) => {
        const filled = new PressedTemplate(pieces).fill(values);
        const pressed = filled.gzip();
        expect(gunzipSync(pressed).toString()).toBe(filled.plain());
        // Nothing behind the end: a reader passes over it, and it would be memory of something else.
        expect(Buffer.from(pressed).readUInt32LE(pressed.length - 4)).toBe(Buffer.byteLength(filled.plain()));
      },
    ),
  );
});

test('a value longer than one stored block is whole', () => {
  const filled = new PressedTemplate(['<', '>']).fill(['é'.repeat(70_000)]);
  expect(gunzipSync(filled.gzip()).toString()).toBe(`<${'é'.repeat(70_000)}>`);
});

test('pressing pays: a page of repeated words is a fraction of its length', () => {
  const filled = new PressedTemplate([`<p>${'question '.repeat(500)}`, '</p>']).fill(['Dana']);
  expect(filled.gzip().length).toBeLessThan(filled.plain().length / 20);
});
