import { expect, test } from 'vitest';
import { withoutPipes } from './piping.ts';

test.each([
  [
    'Are you {{persona.name|in this role}} at {{account.name|your company}}?',
    'Are you Buyer at your company?',
  ],
  ['What about {{q1|that}}?', 'What about that?'],
  // Nobody wrote yet what stands there when nothing is known.
  ['How is {{account.name}}?', 'How is …?'],
  ['{{ persona.name | you }}, {{persona.name|you}}', 'Buyer, Buyer'],
  ['No braces', 'No braces'],
])('%s is read as %s by a member', (text, read) => expect(withoutPipes(text, 'Buyer')).toBe(read));

test('where no persona is known its place gives way as any other does', () =>
  expect(withoutPipes('Are you {{persona.name|in this role}}?')).toBe('Are you in this role?'));
