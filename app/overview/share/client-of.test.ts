import { expect, test } from 'vitest';
import { clientOf } from './client-of.ts';

test.each([
  [
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36',
    'computer',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Mobile/15E148 Safari/604.1',
    'phone',
  ],
  ['Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)', 'program'],
  ['Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)', 'program'],
  ['curl/8.5.0', 'program'],
  [null, 'program'],
])('%s is %s', (userAgent, client) => expect(clientOf(userAgent)).toBe(client));
