import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEmail } from './email-address.ts';

describe('addresses', () => {
  const blanks = ['\u00A0', '\u200B', '\uFEFF', ' ', '\t', '\u2060', '\u200E', '\u202F'];

  test('outer blanks of every kind and case make no second person', () => {
    const padding = fc.array(fc.constantFrom(...blanks), { maxLength: 4 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(padding, padding, fc.boolean(), (before, after, upper) => {
        const written = 'R.Achterberg@Halvorsen.example';
        const read = readEmail(`${before}${upper ? written.toUpperCase() : written}${after}`);
        expect(read).toMatchObject({ kind: 'address', key: 'r.achterberg@halvorsen.example' });
      }),
    );
  });

  test('the local part is sent as written, the domain in ASCII', () => {
    expect(readEmail('Zoë@x.example')).toMatchObject({
      kind: 'refused',
      reason: { code: 'EMAIL_CHARACTER' },
    });
    expect(readEmail('Jose@MÜNCHEN.example')).toEqual({
      kind: 'address',
      address: 'Jose@xn--mnchen-3ya.example',
      key: 'jose@xn--mnchen-3ya.example',
    });
    expect(readEmail("o'hara+b2b_x-y@sub.x-y.example")).toMatchObject({ kind: 'address' });
  });

  test.each([
    ['kenji@ostrava', 'EMAIL_INCOMPLETE'],
    ['kenji', 'EMAIL_INCOMPLETE'],
    ['@ostrava.example', 'EMAIL_INCOMPLETE'],
    ['kenji@', 'EMAIL_INCOMPLETE'],
    ['a@x.example; b@x.example', 'EMAIL_SEVERAL'],
    ['a@x.example,b@x.example', 'EMAIL_SEVERAL'],
    ['"a b"@x.example', 'EMAIL_FORM'],
    ['a(comment)@x.example', 'EMAIL_FORM'],
    ['Ruth <a@x.example>', 'EMAIL_FORM'],
    ['group:a@x.example;', 'EMAIL_FORM'],
    ['a@b@x.example', 'EMAIL_FORM'],
    ['a@x..example', 'EMAIL_FORM'],
    ['a@[127.0.0.1]', 'EMAIL_FORM'],
    ['a@127.0.0.1', 'EMAIL_FORM'],
    ['a@-x.example', 'EMAIL_FORM'],
    ['a@x.example/path', 'EMAIL_FORM'],
    ['a@x.e', 'EMAIL_FORM'],
    ['a..b@x.example', 'EMAIL_FORM'],
    ['.a@x.example', 'EMAIL_FORM'],
    ['a@x.example\r\nBcc: b@x.example', 'EMAIL_CHARACTER'],
    ['a\0@x.example', 'EMAIL_CHARACTER'],
    ['a b@x.example', 'EMAIL_CHARACTER'],
    ['a\u200Bb@x.example', 'EMAIL_CHARACTER'],
    [`${'a'.repeat(65)}@x.example`, 'EMAIL_TOO_LONG'],
    [
      `a@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(60)}.${'f'.repeat(20)}.example`,
      'EMAIL_FORM',
    ],
    ['info@x.example', 'SHARED_MAILBOX'],
    ['Accounts.Payable@x.example', 'SHARED_MAILBOX'],
    ['no-reply@x.example', 'SHARED_MAILBOX'],
    ['sales2@x.example', 'SHARED_MAILBOX'],
    ['info+de@x.example', 'SHARED_MAILBOX'],
    ['buchhaltung@x.example', 'SHARED_MAILBOX'],
  ])('%j is refused: %s', (address, code) => {
    expect(readEmail(address)).toMatchObject({ kind: 'refused', reason: { code } });
  });

  test('initials and names that look like desks stay people', () => {
    for (const address of [
      'ap@x.example',
      'maria.post@x.example',
      'infante@x.example',
      'john.sales@x.example',
    ]) {
      expect(readEmail(address)).toMatchObject({ kind: 'address' });
    }
  });

  test('no text makes it throw, and what it takes has one @ and no blank or control character', () => {
    const unit = fc.constantFrom('a', '@', '.', '-', ' ', '"', '\0', 'ü', '(', ',', '\u200B', '%', '[', '1');
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit, maxLength: 20 }), fc.string({ unit: 'binary', maxLength: 30 })),
        (text) => {
          const read = readEmail(text);
          if (read.kind === 'address')
            expect(read.address).toMatch(/^[\x21-\x7e]+@[a-z0-9.-]+\.[a-z0-9-]{2,}$/);
        },
      ),
      { numRuns: 3000 },
    );
  });
});
