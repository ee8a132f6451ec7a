import { describe, expect, test } from 'vitest';
import type { PersonTarget } from './column-targets.ts';
import { readPersonRow } from './person-row.ts';

type Given = Partial<Record<PersonTarget, string>>;

const ruth: Given = {
  'person.name': 'Ruth Achterberg',
  'person.email': 'r.achterberg@halvorsen.example',
  'account.name': 'Halvorsen Freight',
};

function read(given: Given, dateOrders: Parameters<typeof readPersonRow>[1]['dateOrders'] = {}) {
  return readPersonRow(Object.values(given), { targets: Object.keys(given) as PersonTarget[], dateOrders });
}

const reasonOf = (given: Given) => {
  const row = read(given);
  return row.kind === 'reject' ? row.reason : null;
};

describe('the mockup’s five rows', () => {
  test('an incomplete address is named as it stands', () => {
    expect(reasonOf({ ...ruth, 'person.email': 'kenji@ostrava' })?.sentence).toBe(
      'E-mail “kenji@ostrava” isn’t complete.',
    );
  });

  test('a desk is no person, by its name or by its address', () => {
    const shared = { code: 'SHARED_MAILBOX', sentence: 'A shared mailbox, not a person.' };
    expect(reasonOf({ ...ruth, 'person.name': 'Accounts Payable' })).toEqual(shared);
    expect(reasonOf({ ...ruth, 'person.email': 'info@halvorsen.example' })).toEqual(shared);
  });

  test('an impossible day is no date', () => {
    const row = read(
      { ...ruth, 'account.renewal_date': '31/02/2027' },
      { 'account.renewal_date': 'day_first' },
    );
    expect(row).toEqual({
      kind: 'reject',
      reason: { code: 'RENEWAL_DATE', sentence: 'Renewal “31/02/2027” is no date.' },
    });
  });
});

describe('a row of people', () => {
  test('comes in with what it says and nothing invented', () => {
    const row = read(
      {
        'person.first_name': ' Ruth ',
        'person.last_name': 'Achterberg\u00A0',
        'person.email': 'R.Achterberg@Halvorsen.example',
        'person.job_title': 'Finance\ndirector',
        'person.external_id': ' 003xx ',
        'person.language': 'en_us',
        'person.time_zone': 'europe_slash_lisbon',
        'account.name': 'Halvorsen Freight',
        'account.external_id': '001',
        'account.domain': 'https://www.Halvorsen.example/about',
        'account.renewal_date': '11/01/2027',
        'role.persona': ' Economic buyer ',
        'role.start': '2025-03-01T09:00:00Z',
      },
      { 'account.renewal_date': 'day_first' },
    );
    expect(row).toEqual({
      kind: 'person',
      person: {
        name: 'Ruth Achterberg',
        email: { address: 'R.Achterberg@halvorsen.example', key: 'r.achterberg@halvorsen.example' },
        externalId: '003xx',
        jobTitle: 'Finance director',
        language: 'en-US',
        timeZone: 'Europe/Lisbon',
        account: {
          name: 'Halvorsen Freight',
          externalId: '001',
          domain: 'halvorsen.example',
          renewalDate: '2027-01-11',
        },
        roleText: 'Economic buyer',
        own: { person: [], account: [] },
        roleStart: '2025-03-01',
        notes: [],
      },
    });
  });

  test.each([
    'مريم الفارسي',
    'שרה כהן',
    '👩‍👧 Ada',
    'José Ñuñez',
    'Robert"); DROP TABLE person;--',
    '<b>x</b>',
    '=1+1',
  ])('a name is kept as written: %s', (name) => {
    expect(read({ ...ruth, 'person.name': name })).toMatchObject({ person: { name } });
  });

  test('without mail it comes in with a note, without a name as well', () => {
    expect(read({ ...ruth, 'person.email': ' ' })).toMatchObject({
      person: { email: null, notes: [{ code: 'WITHOUT_MAIL' }] },
    });
    expect(read({ ...ruth, 'person.name': '' })).toMatchObject({
      person: { name: null, notes: [{ code: 'NAME_MISSING' }] },
    });
  });

  test('what cannot be read and matters little is a note', () => {
    const row = read({
      ...ruth,
      'person.language': 'Klingonisch?',
      'person.time_zone': 'Mars/Base',
      'account.domain': 'nowhere',
    });
    expect(row).toMatchObject({ person: { language: null, timeZone: null, account: { domain: null } } });
    expect(row.kind === 'person' && row.person.notes.map(({ code }) => code)).toEqual([
      'LANGUAGE_UNREAD',
      'TIME_ZONE_UNREAD',
      'DOMAIN_UNREAD',
    ]);
  });

  test.each<[string, Given]>([
    ['PERSON_MISSING', { ...ruth, 'person.name': ' ', 'person.email': '' }],
    ['ACCOUNT_MISSING', { ...ruth, 'account.name': '\u00A0' }],
    ['ACCOUNT_SEVERAL', { ...ruth, 'account.external_id': '12;13' }],
    ['NUL_CHARACTER', { ...ruth, 'person.name': 'Ru\0th' }],
    ['DATE_ORDER', { ...ruth, 'account.renewal_date': '11/01/2027' }],
    ['RENEWAL_DATE', { ...ruth, 'account.renewal_date': '11/01/27' }],
    ['ROLE_START_DATE', { ...ruth, 'role.start': 'soon' }],
  ])('%s rejects the row', (code, given) => {
    expect(reasonOf(given)).toMatchObject({ code, sentence: expect.stringMatching(/\.$/) });
  });

  test('a known id stands for the account without its name', () => {
    expect(read({ ...ruth, 'account.name': '', 'account.external_id': '001' })).toMatchObject({
      kind: 'person',
    });
  });

  test('100,000 rows take a few seconds of work', () => {
    const targets: PersonTarget[] = [
      'person.name',
      'person.email',
      'account.name',
      'person.time_zone',
      'account.renewal_date',
    ];
    const before = process.threadCpuUsage();
    for (let at = 0; at < 100_000; at += 1) {
      readPersonRow(['Ruth', `r${at}@halvorsen.example`, 'Halvorsen', 'Europe/Kiev', '2027-01-01'], {
        targets,
        dateOrders: {},
      });
    }
    expect(process.threadCpuUsage(before).user / 1e6).toBeLessThan(8);
  });
});
