import { expect, test } from 'vitest';
import { finalMessageId } from './final-message-id.ts';

const mail = { messageId: '<i.1@ask.example>', providerId: '0100018f-abc' };

test.each([
  ['email-smtp.us-east-1.amazonaws.com', '<0100018f-abc@email.amazonses.com>'],
  ['email-smtp.eu-west-1.amazonaws.com', '<0100018f-abc@eu-west-1.amazonses.com>'],
  ['smtp.relay.example', '<i.1@ask.example>'],
  ['email-smtp.eu-west-1.amazonaws.com.evil.example', '<i.1@ask.example>'],
  ['', '<i.1@ask.example>'],
])('a mail that %s took arrived as %s', (host, expected) => {
  expect(finalMessageId(mail, host)).toBe(expected);
});

test('an id that the relay did not tell is ours', () => {
  expect(finalMessageId({ ...mail, providerId: null }, 'email-smtp.eu-west-1.amazonaws.com')).toBe(
    mail.messageId,
  );
});
