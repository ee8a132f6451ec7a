import { spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Finding, MailVerdict } from '#app/delivery/doctor/finding.ts';
import { judgeMail } from '#app/delivery/doctor/judge-mail.ts';
import { lookUpMail, type MailSubject } from '#app/delivery/doctor/look-up-mail.server.ts';
import { root } from '#app/install.mjs';
import { type DnsServer, openDnsServer, type Zone } from '#tests/support/dns-server.ts';

function makeKey(modulusLength: number) {
  const pair = generateKeyPairSync('rsa', { modulusLength });
  return {
    privateKey: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    published: pair.publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
  };
}
const OURS = makeKey(2048);
const SHORT = makeKey(1024);
const ED = generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'der' }).subarray(-32);

const D = 'northwind.example';
const KEY = `s1._domainkey.${D}`;
const OURS_RECORD = `v=DKIM1; k=rsa; p=${OURS.published}`;

/** A domain with everything in order. */
const GOOD: Zone = {
  [D]: { TXT: ['v=spf1 include:spf.mail.example ~all', 'site-check=1'], MX: ['10 mx.northwind.example'] },
  'spf.mail.example': { TXT: ['v=spf1 ip4:198.51.100.0/24 -all'] },
  'smtp.mail.example': { A: ['198.51.100.7'] },
  'mx.northwind.example': { A: ['198.51.100.9'] },
  [KEY]: { TXT: [OURS_RECORD] },
  [`_dmarc.${D}`]: { TXT: [`v=DMARC1; p=quarantine; rua=mailto:d@${D}`] },
};
const SUBJECT: Omit<MailSubject, 'dnsServers'> = {
  domain: D,
  sender: D,
  smtpUrl: 'smtp://user:pass@smtp.mail.example:587',
  dkim: { domain: D, selector: 's1', privateKey: OURS.privateKey },
  envelope: D,
};
const spf = (...records: string[]): Zone => ({ [D]: { ...(GOOD[D] as object), TXT: records } });
const dmarc = (...records: string[]): Zone => ({ [`_dmarc.${D}`]: { TXT: records } });
const key = (...records: string[]): Zone => ({ [KEY]: { TXT: records } });

let server: DnsServer;
beforeAll(async () => {
  server = await openDnsServer({ ...GOOD });
});
afterAll(() => server.close());

async function examine(zone: Zone, subject: Partial<MailSubject> = {}): Promise<MailVerdict> {
  for (const name of Object.keys(server.zone)) delete server.zone[name];
  Object.assign(server.zone, GOOD, zone);
  return judgeMail(await lookUpMail({ ...SUBJECT, ...subject, dnsServers: [server.address] }));
}

/** What differs from the good domain, and what is said of one item: standing, words, and the record to publish. */
const CASES: readonly [
  what: string,
  item: Finding['item'],
  zone: Zone,
  expected: { standing: Finding['standing']; says: string; publish?: string },
  subject?: Partial<MailSubject>,
][] = [
  [
    'a record that names the mail server',
    'spf',
    {},
    { standing: 'good', says: 'smtp.mail.example (198.51.100.7)' },
  ],
  [
    'no record, and a mail server of one’s own',
    'spf',
    spf('site-check=1'),
    { standing: 'wrong', says: 'has no SPF record', publish: `${D} TXT v=spf1 a:smtp.mail.example ~all` },
  ],
  [
    'no record, and a service that is known',
    'spf',
    { ...spf(), 'email-smtp.eu-west-1.amazonaws.com': { A: ['198.51.100.8'] } },
    { standing: 'wrong', says: 'has no SPF record', publish: `${D} TXT v=spf1 include:amazonses.com ~all` },
    { smtpUrl: 'smtps://email-smtp.eu-west-1.amazonaws.com' },
  ],
  [
    'two records',
    'spf',
    spf('v=spf1 include:spf.mail.example -all', 'v=spf1 ip4:203.0.113.5 include:spf.mail.example ~all'),
    {
      standing: 'wrong',
      says: 'has 2 SPF records',
      publish: `${D} TXT v=spf1 include:spf.mail.example ip4:203.0.113.5 ~all`,
    },
  ],
  [
    'eleven look-ups, some of them inside an include',
    'spf',
    {
      ...spf(
        'v=spf1 include:many.example a:a1.example a:a2.example a:a3.example a:a4.example a:a5.example ~all',
      ),
      'many.example': {
        TXT: ['v=spf1 a:a6.example a:a7.example a:a8.example a:a9.example a:a10.example -all'],
      },
      ...Object.fromEntries(
        Array.from({ length: 10 }, (_, at) => [
          `a${at + 1}.example`,
          { A: ['203.0.113.1'], AAAA: ['2001:db8::1'] },
        ]),
      ),
    },
    { standing: 'wrong', says: 'takes more than 10 look-ups' },
  ],
  [
    'an include that leads nowhere',
    'spf',
    spf('v=spf1 include:gone.example ~all'),
    { standing: 'wrong', says: 'gone.example' },
  ],
  [
    'a term that is none',
    'spf',
    spf('v=spf1 ipv4:203.0.113.5 ~all'),
    { standing: 'wrong', says: 'is broken' },
  ],
  [
    'everybody may send',
    'spf',
    spf('v=spf1 mx +all'),
    { standing: 'wrong', says: 'any server in the world', publish: `${D} TXT v=spf1 mx ~all` },
  ],
  [
    'a record without an end',
    'spf',
    spf('v=spf1 include:spf.mail.example'),
    {
      standing: 'note',
      says: 'says nothing about',
      publish: `${D} TXT v=spf1 include:spf.mail.example ~all`,
    },
  ],
  [
    'a record that does not name the mail server',
    'spf',
    spf('v=spf1 ip4:203.0.113.5 -all'),
    {
      standing: 'note',
      says: 'does not name smtp.mail.example',
      publish: `${D} TXT v=spf1 ip4:203.0.113.5 a:smtp.mail.example -all`,
    },
  ],
  [
    'a name server that refuses',
    'spf',
    { [D]: 'refused' },
    { standing: 'silent', says: 'DNS gave no answer' },
  ],
  [
    'an included domain whose name server refuses',
    'spf',
    { 'spf.mail.example': 'refused' },
    { standing: 'silent', says: 'could not be read to its end' },
  ],

  [
    'the key that Rolecall signs with',
    'dkim',
    {},
    { standing: 'good', says: 'is the one that Rolecall signs with' },
  ],
  [
    'a key of the provider’s',
    'dkim',
    key(`k=rsa; p=${makeKey(2048).published}`),
    { standing: 'good', says: 'There is an RSA key of 2048 bits' },
    { dkim: { domain: D, selector: 's1', privateKey: null } },
  ],
  [
    'no selector',
    'dkim',
    {},
    { standing: 'wrong', says: 'Set DKIM_SELECTOR' },
    { dkim: { domain: D, selector: null, privateKey: null } },
  ],
  [
    'no record',
    'dkim',
    key(),
    { standing: 'wrong', says: 'There is no DKIM key', publish: `${KEY} TXT ${OURS_RECORD}` },
  ],
  [
    'another key than ours',
    'dkim',
    key(`v=DKIM1; k=rsa; p=${makeKey(2048).published}`),
    {
      standing: 'wrong',
      says: 'is not the one that Rolecall signs with',
      publish: `${KEY} TXT ${OURS_RECORD}`,
    },
  ],
  ['two records', 'dkim', key(OURS_RECORD, OURS_RECORD), { standing: 'wrong', says: '2 records stand at' }],
  ['a key that was taken back', 'dkim', key('v=DKIM1; p='), { standing: 'wrong', says: 'Missing key value' }],
  ['what is no key', 'dkim', key('v=DKIM1; p=abc'), { standing: 'wrong', says: 'no key that can be used' }],
  [
    'a short key',
    'dkim',
    key(`v=DKIM1; p=${SHORT.published}`),
    { standing: 'note', says: 'Make the next one of 2048 bits' },
    { dkim: { domain: D, selector: 's1', privateKey: SHORT.privateKey } },
  ],
  [
    'a key too short to be trusted',
    'dkim',
    key(`v=DKIM1; p=${makeKey(768).published}`),
    { standing: 'wrong', says: 'has 768 bits' },
    { dkim: { domain: D, selector: 's1', privateKey: null } },
  ],
  ['a test', 'dkim', key(`${OURS_RECORD}; t=y`), { standing: 'note', says: 'marked as a test' }],
  [
    'an Ed25519 key alone',
    'dkim',
    key(`v=DKIM1; k=ed25519; p=${ED.toString('base64')}`),
    { standing: 'note', says: 'second signature by an RSA key' },
    { dkim: { domain: D, selector: 's1', privateKey: null } },
  ],

  ['a policy with reports', 'dmarc', {}, { standing: 'good', says: 'asks for quarantine' }],
  [
    'no record',
    'dmarc',
    dmarc(),
    {
      standing: 'wrong',
      says: 'has no DMARC record',
      publish: `_dmarc.${D} TXT v=DMARC1; p=none; rua=mailto:dmarc@${D}`,
    },
  ],
  [
    'two records',
    'dmarc',
    dmarc('v=DMARC1; p=none', 'v=DMARC1; p=reject'),
    { standing: 'wrong', says: '2 DMARC' },
  ],
  [
    'a policy nobody knows',
    'dmarc',
    dmarc('v=DMARC1; p=maybe'),
    { standing: 'wrong', says: 'says no policy' },
  ],
  [
    'no reports',
    'dmarc',
    dmarc('v=DMARC1; p=reject;'),
    {
      standing: 'note',
      says: 'has no rua',
      publish: `_dmarc.${D} TXT v=DMARC1; p=reject; rua=mailto:dmarc@${D}`,
    },
  ],
  [
    'p=none',
    'dmarc',
    dmarc(`v=DMARC1; p=none; rua=mailto:d@${D}`),
    {
      standing: 'note',
      says: 'p=none',
      publish: `_dmarc.${D} TXT v=DMARC1; p=quarantine; rua=mailto:d@${D}`,
    },
  ],
  [
    'a record of the organisation above',
    'dmarc',
    { [`ask.${D}`]: { A: ['203.0.113.5'] } },
    { standing: 'good', says: `_dmarc.${D}, which holds for ask.${D} too` },
    { domain: `ask.${D}`, sender: `ask.${D}` },
  ],
  [
    'mail that comes from another domain',
    'dmarc',
    {},
    { standing: 'wrong', says: 'comes from elsewhere.example' },
    { sender: 'elsewhere.example' },
  ],
  [
    'strict alignment, while envelope and signature are of a name below',
    'dmarc',
    dmarc(`v=DMARC1; p=reject; rua=mailto:d@${D}; aspf=s; adkim=s`),
    { standing: 'wrong', says: 'every mail fails' },
    { envelope: `bounce.${D}`, dkim: { domain: `mail.${D}`, selector: 's1', privateKey: null } },
  ],
  [
    'relaxed alignment with the same',
    'dmarc',
    {},
    { standing: 'good', says: 'asks for quarantine' },
    { envelope: `bounce.${D}`, dkim: { domain: `mail.${D}`, selector: 's1', privateKey: null } },
  ],

  ['a mail server', 'returns', {}, { standing: 'good', says: 'goes to mx.northwind.example' }],
  [
    'nothing',
    'returns',
    {},
    {
      standing: 'wrong',
      says: 'neither an MX record nor an address',
      publish: 'gone.example MX 10 mail.gone.example',
    },
    { envelope: 'gone.example' },
  ],
  [
    'an address and no MX',
    'returns',
    { 'bare.example': { A: ['203.0.113.5'] } },
    { standing: 'note', says: 'falls back on its own address' },
    { envelope: 'bare.example' },
  ],
  [
    'a domain that takes no mail',
    'returns',
    { 'null.example': { MX: ['0 .'] } },
    { standing: 'wrong', says: 'takes no mail' },
    { envelope: 'null.example' },
  ],
  [
    'a mail server without an address',
    'returns',
    { 'lost.example': { MX: ['10 gone.example'] } },
    { standing: 'wrong', says: 'has no address' },
    { envelope: 'lost.example' },
  ],
];

describe('the records of a domain that mail comes from', () => {
  it.each(CASES)('%s (%s)', async (_what, item, zone, { standing, says, publish }, subject) => {
    const { green, findings } = await examine(zone, subject);
    const found = findings.find((finding) => finding.item === item)!;
    expect(found).toMatchObject({ standing, sentence: expect.stringContaining(says) });
    const record = found.publish && `${found.publish.name} ${found.publish.type} ${found.publish.value}`;
    expect(record).toBe(publish ?? (standing === 'good' ? undefined : record));
    expect(found.sentence).toMatch(/\.$/);
    if (standing === 'wrong' || standing === 'silent') expect(green).toBe(false);
  });

  it('green means that nothing is to mend', async () => {
    expect(await examine({})).toMatchObject({ green: true, domain: D });
  });
});

describe('npm run doctor:mail', () => {
  const run = async (vars: Record<string, string>, ...args: string[]) => {
    const child = spawn(process.execPath, [join(root, 'app/doctor-mail.ts'), ...args], {
      env: { PATH: process.env.PATH, NODE_ENV: 'production', MAIL_FROM: `ask@${D}`, ...vars },
    });
    const said: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => said.push(chunk));
    const code = await new Promise((resolve) => child.once('close', resolve));
    const lines = Buffer.concat(said).toString().trimEnd().split('\n');
    return { code, lines };
  };

  it('ends with 0 when green and 1 otherwise, a sentence for each thing, and one line of JSON at the end', async () => {
    Object.assign(server.zone, GOOD);
    const vars = { DKIM_SELECTOR: 's1', DKIM_PRIVATE_KEY: OURS.privateKey, SMTP_URL: SUBJECT.smtpUrl };
    const good = await run({ ...vars, DNS_SERVERS: server.address });
    expect([good.code, JSON.parse(good.lines.at(-1)!)]).toMatchObject([0, { green: true, domain: D }]);
    expect(good.lines).toHaveLength(6);
    Object.assign(server.zone, dmarc());
    const bad = await run({}, '--domain', D, '--selector', 's1', '--dns', server.address);
    expect([bad.code, JSON.parse(bad.lines.at(-1)!).green]).toEqual([1, false]);
    expect(bad.lines).toContain(`    _dmarc.${D}.  TXT  v=DMARC1; p=none; rua=mailto:dmarc@${D}`);
  });

  it.each([
    [['--nonsense'], 'Usage'],
    [['--domain', 'no domain'], 'is no domain'],
    [['--dns', 'somewhere'], 'DNS_SERVERS'],
  ])('says how it is used: %s', async (args, says) => {
    const { code, lines } = await run({}, ...args);
    expect([code, lines.join('\n')]).toEqual([2, expect.stringContaining(says)]);
  });
});
