import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { isNoReply, readColour, readReplyTo } from './brand.ts';
import { encodeLogo } from './encode-logo.server.ts';

const draw = (width: number, height: number, background = '#1a4f7f', alpha = 1) =>
  sharp({ create: { width, height, channels: 4, background } }).ensureAlpha(alpha);
const SECRET = 'a foreign secret that nobody may be sent';

describe('a logo', () => {
  test('of each format that is read comes out as a PNG of its own, and the same again', async () => {
    for (const format of ['png', 'jpeg', 'webp'] as const) {
      const file = await draw(800, 100).flatten().toFormat(format).toBuffer();
      const [one, two] = [await encodeLogo(file), await encodeLogo(file)];
      if (one.kind !== 'encoded' || two.kind !== 'encoded') throw new Error('refused');
      expect(one.logo).toMatchObject({ width: 400, height: 50 });
      expect(one.logo.hash).toBe(two.logo.hash);
      expect((await sharp(one.logo.bytes).metadata()).format).toBe('png');
    }
  });

  test('keeps no byte of the file: not what is written about it, and not what hangs on its end', async () => {
    const withWords = await draw(200, 80)
      .png()
      .withExif({ IFD0: { Copyright: SECRET } })
      .toBuffer();
    const file = Buffer.concat([withWords, Buffer.from(`<script>${SECRET}</script>`)]);
    expect(file.includes(SECRET)).toBe(true);
    const encoded = await encodeLogo(file);
    if (encoded.kind !== 'encoded') throw new Error(encoded.message);
    expect(encoded.logo.bytes.includes(SECRET)).toBe(false);
    expect(encoded.logo.bytes.includes('script')).toBe(false);
    expect(await sharp(encoded.logo.bytes).metadata()).not.toHaveProperty('exif');
  });

  test.each<[string, string, () => Promise<Buffer> | Buffer]>([
    [
      'a drawing that may hold programs',
      'An SVG can hold programs',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    ],
    ['the same behind a declaration', 'An SVG', () => Buffer.from('\uFEFF<?xml version="1.0"?><svg/>')],
    ['the same, pressed', 'An SVG', () => Buffer.from([0x1f, 0x8b, 8, 0])],
    ['another format', 'Only PNG', () => draw(60, 60).gif().toBuffer()],
    ['no picture at all', 'Only PNG', () => Buffer.from('%PDF-1.7')],
    ['nothing', 'empty', () => Buffer.alloc(0)],
    ['the start of a picture', 'damaged', async () => (await draw(200, 80).png().toBuffer()).subarray(0, 60)],
    ['a drawing that says it is a PNG', 'damaged', () => Buffer.from('\x89PNG\r\n\x1a\n<svg/>', 'latin1')],
    ['too many bytes', 'larger than 1 MB', () => Buffer.alloc(1024 * 1024 + 1, 0xff)],
    ['too wide', 'at most 4000', () => draw(4001, 20).png().toBuffer()],
    ['too small', 'at least 16', () => draw(40, 15).png().toBuffer()],
    ['white on nothing', 'would not be seen', () => draw(200, 80, '#ffffff', 0.9).png().toBuffer()],
  ])('%s is refused, and the sentence says why', async (_, sentence, make) => {
    const encoded = await encodeLogo(await make());
    expect(encoded).toMatchObject({ kind: 'refused', message: expect.stringContaining(sentence) });
  });
});

describe('what is typed', () => {
  test('colours', () => {
    const typed = ['#1A7F37', '1a7f37', '#abc', 'green', '#12345', 'url(x)', '#1a7f37;}'];
    expect(typed.map(readColour)).toEqual(['#1a7f37', '#1a7f37', '#aabbcc', null, null, null, null]);
  });

  test('addresses that answers go to: one plain address, which several people may read', () => {
    expect(readReplyTo('feedback@Bücher.example')).toBe('feedback@xn--bcher-kva.example');
    const bad = [
      'a@b',
      'a b@c.example',
      '"a"@c.example',
      'a@c.example, b@c.example',
      'A <a@c.example>',
      'a@c.example\r\nBcc: x@y.example',
      'g: a@c.example;',
      'a(b)@c.example',
      '.a@c.example',
      'a..b@c.example',
      'ä@c.example',
    ];
    expect(bad.map(readReplyTo)).toEqual(bad.map(() => null));
  });

  test('addresses that nobody reads are told apart', () => {
    const nobody = [
      'no-reply@a.example',
      'noreply@a.example',
      'do_not_reply@a.example',
      'No.Reply+x@a.example',
      'bounces@a.example',
    ];
    expect(nobody.map(isNoReply)).toEqual(nobody.map(() => true));
    expect(['nora@a.example', 'feedback@a.example', 'noel.reply@a.example'].map(isNoReply)).toEqual([
      false,
      false,
      false,
    ]);
  });
});
