import { describe, expect, it } from 'vitest';
import { slackBody, standardBody } from './hook-body.ts';

const AT = Date.parse('2026-11-02T09:00:00Z');
const persona = { id: 'buyer', name: 'Buyer' };
const slack = (kind: string, data: object) => {
  const { text } = JSON.parse(slackBody({ kind, at: AT, data: JSON.stringify(data) }, 'https://ask.example'));
  return text as string;
};

describe('the body', () => {
  it('of Standard Webhooks is the kind, the moment and the data as they were kept', () => {
    const body = standardBody({ kind: 'wave.sent', at: AT, data: '{"wave":"wav_1"}' });
    expect(JSON.parse(body)).toEqual({
      ...{ type: 'wave.sent', timestamp: '2026-11-02T09:00:00.000Z', data: { wave: 'wav_1' } },
    });
  });

  it('for a chat names the persona, and people only where they are carried', () => {
    const bare = { persona, person: 'per_1', account: 'acc_1' };
    expect(slack('person.left', bare)).toBe(
      'Somebody has left their account. A seat of Buyer stands empty there.\n<https://ask.example/people/per_1>',
    );
    const named = { ...bare, person_name: 'Ann', account_name: 'Acme' };
    expect(slack('person.left', named)).toContain('Ann has left Acme. A seat of Buyer');
    expect(slack('follow_up.opened', { ...named, due_on: '2026-12-04', owner_name: 'Bo' })).toContain(
      'A follow-up for Buyer (Ann, Acme) was opened; owner Bo, due 2026-12-04.',
    );
  });

  it('for a chat never turns a name or words into a mention or a link', () => {
    const text = slack('alert.raised', {
      ...{ persona, rule: '<!channel> & <https://evil.example|here>' },
      words: '<@U1>\n<!everyone>',
    });
    expect(text).toContain('&lt;!channel&gt; &amp; &lt;https://evil.example|here&gt;');
    expect(text).toContain('> &lt;@U1&gt;\n> &lt;!everyone&gt;');
    expect(text).not.toMatch(/<[!@]/);
  });

  it('for a chat of a wave lists its personas one by one', () => {
    const data = {
      wave: 'wav_1',
      wave_name: 'Spring',
      personas: [persona, { id: 'user', name: 'End-user' }],
    };
    expect(slack('wave.sent', data)).toContain('“Spring” was sent. It asks Buyer, End-user.');
  });
});
