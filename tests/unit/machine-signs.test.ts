import { describe, expect, it } from 'vitest';
import { FASTEST_HAND, type Press, signsOfMachine } from '#app/answering/machine-signs.ts';
import { OpenedLinks } from '#app/answering/opened-links.ts';
import { readShown, shownAt } from '#app/answering/render-nonce.server.ts';

const HAND: Press = {
  shown: { at: 0, shownFor: 'page' },
  pressedAt: FASTEST_HAND,
  moved: false,
  honeypot: '',
  opened: { manyNumbers: false, unseenLink: false },
};

describe('signs of a machine in a press', () => {
  it.each<[string, Partial<Press>, string[]]>([
    ['somebody who reads without script', {}, []],
    ['a hand seen on the page, however fast', { pressedAt: 10, moved: true }, []],
    ['nobody who could have read it', { pressedAt: FASTEST_HAND - 1 }, ['too_fast']],
    ['a press before the page', { pressedAt: -1 }, ['too_fast']],
    ['no page at all', { shown: null, moved: true }, ['no_page']],
    ['the field that people do not see', { honeypot: 'http://spam.example' }, ['honeypot']],
    [
      'the link that people do not see',
      { opened: { manyNumbers: false, unseenLink: true } },
      ['unseen_link'],
    ],
    ['every number of the mail', { opened: { manyNumbers: true, unseenLink: false } }, ['many_numbers']],
    [
      'all of it',
      { shown: null, honeypot: 'x', opened: { manyNumbers: true, unseenLink: true } },
      ['honeypot', 'no_page', 'many_numbers', 'unseen_link'],
    ],
  ])('%s', (_, press, signs) => {
    expect(signsOfMachine({ ...HAND, ...press })).toEqual(signs);
  });

  it('one more press by hand counts, whatever machines did with the link; one in haste does not', () => {
    const opened = { manyNumbers: true, unseenLink: true };
    const again = { ...HAND, shown: { at: 0, shownFor: 'again' as const }, opened };
    expect(signsOfMachine(again)).toEqual([]);
    expect(signsOfMachine({ ...again, pressedAt: 1 })).toEqual(['too_fast']);
    expect(signsOfMachine({ ...again, honeypot: 'x' })).toEqual(['honeypot']);
  });
});

describe('openings that speak against a press', () => {
  const openAll = (links: OpenedLinks, count: number, apart: number) => {
    for (let number = 0; number < count; number += 1) links.note('a', String(number), number * apart);
  };

  it('more than three numbers within ten seconds, for a minute, of this link alone', () => {
    const links = new OpenedLinks();
    openAll(links, 4, 100);
    expect(links.signsOf('a', 300)).toEqual({ manyNumbers: true, unseenLink: false });
    expect(links.signsOf('a', 300 + 60_000)).toEqual({ manyNumbers: false, unseenLink: false });
    expect(links.signsOf('b', 300).manyNumbers).toBe(false);
  });

  it.each([
    ['three numbers', 3, 100],
    ['many, but slowly', 11, 4000],
  ])('not %s', (_, count, apart) => {
    const links = new OpenedLinks();
    openAll(links, count, apart);
    expect(links.signsOf('a', count * apart).manyNumbers).toBe(false);
  });

  it('not the same number again and again', () => {
    const links = new OpenedLinks();
    for (let at = 0; at < 20; at += 1) links.note('a', '9', at);
    expect(links.signsOf('a', 20).manyNumbers).toBe(false);
  });

  it('forgets the oldest of very many links, and no other', () => {
    const links = new OpenedLinks();
    for (let link = 0; link <= 20_000; link += 1) links.noteUnseen(String(link), 0);
    expect(links.signsOf('0', 1).unseenLink).toBe(false);
    expect(links.signsOf('1', 1).unseenLink).toBe(true);
    expect(links.signsOf('20000', 1).unseenLink).toBe(true);
  });
});

describe('what goes out with a page and comes back', () => {
  const env = { appSecret: 'a secret of 32 letters 0123456789 x', formerSecrets: [] };
  const made = shownAt(env.appSecret, 'invitation', 'submit', 1000);

  it('says when and what for, also under the secret before', () => {
    expect(readShown(env, 'invitation', 'submit', made)).toEqual({ at: 1000, shownFor: 'page' });
    const again = shownAt(env.appSecret, 'invitation', 'submit', 1000, 'again');
    expect(readShown(env, 'invitation', 'submit', again)?.shownFor).toBe('again');
    const later = { appSecret: 'another secret of 32 letters 012345', formerSecrets: [env.appSecret] };
    expect(readShown(later, 'invitation', 'submit', made)?.at).toBe(1000);
  });

  it.each([
    ['of another invitation', 'other', 'submit', made],
    ['of another submit', 'invitation', 'other', made],
    ['with a time set back', 'invitation', 'submit', made.replace(/^p\w+/, 'p1')],
    ['that claims to be the second press', 'invitation', 'submit', made.replace(/^p/, 'a')],
    ['of nothing', 'invitation', 'submit', ''],
    ['without its seal', 'invitation', 'submit', made.split('.')[0]!],
  ])('reads none %s', (_, invitation, submit, text) => {
    expect(readShown(env, invitation, submit, text)).toBeNull();
  });
});
