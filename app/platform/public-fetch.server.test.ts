import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HookReceiver, openReceiver } from '#tests/support/hook-receiver.ts';
import type { FoundAddress } from './find-addresses.server.ts';
import { createPublicPost, type Surroundings } from './public-fetch.server.ts';

const POST = { headers: { 'content-type': 'application/json' }, body: '{}' };
const NOWHERE = { plainHttp: true, privateHosts: [] };

/** Ways to write loopback, or a place inside, that some reader of addresses has fallen for. */
const SPELLINGS = [
  ...['127.0.0.1', '127.1', '127.0.1', '2130706433', '0x7f000001', '0x7f.0.0.1', '0X7F.1', '0177.0.0.1'],
  ...['017700000001', '0177.1', '127.0.0.1.', '127.000.000.001', '①②⑦.⓪.⓪.①', '127。0。0。1', '１２７.0.0.1'],
  ...['%31%32%37.0.0.1', '127.0.0.%31', '0', '0.0.0.0', '00', '0x0', 'localhost', 'LOCALHOST', 'localhost.'],
  ...['[::1]', '[0:0:0:0:0:0:0:1]', '[0000::0001]', '[::]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]'],
  ...['[::127.0.0.1]', '[0:0:0:0:0:ffff:7f00:0001]', '[64:ff9b::127.0.0.1]', '[64:ff9b::7f00:1]'],
  ...['[64:ff9b:1::7f00:1]', '[2002:7f00:1::]', '[2001:0:7f00:1::]', '[::ffff:0:7f00:1]', '[fe80::1]'],
  ...['169.254.169.254', '0xa9fea9fe', '2852039166', '0251.0376.0251.0376', '[::ffff:a9fe:a9fe]'],
  ...['[fd00:ec2::254]', '10.0.0.1', '0xa.1', '012.0.0.1', '172.16.0.1', '192.168.0.1', '192.168.1'],
  ...['100.64.0.1', '192.0.0.192', '198.18.0.1', '203.0.113.1', '224.0.0.1', '240.0.0.1', '255.255.255.255'],
  ...['[fc00::1]', '[fec0::1]', '[ff02::1]', '[2001:db8::1]', '[100::1]'],
];

describe('a post to an address that somebody wrote down', () => {
  let four: HookReceiver;
  let six: HookReceiver | null;
  let ports: Surroundings['ports'];
  beforeAll(async () => {
    four = await openReceiver();
    six = await openReceiver(() => 200, '::1').catch(() => null);
    const open = [four, six].flatMap((one) => (one ? [new URL(one.url).port] : []));
    ports = { 'https:': ['443', ...open], 'http:': ['80', ...open] };
  });
  afterAll(async () => {
    await four.close();
    await six?.close();
  });

  const lines = () => four.lines() + (six?.lines() ?? 0);
  const port = (one: HookReceiver) => new URL(one.url).port;
  const found = (...addresses: string[]): FoundAddress[] =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

  it('reaches a listener that is allowed, so that silence below means refusal', async () => {
    const post = createPublicPost({ plainHttp: true, privateHosts: [four.host] });
    expect(await post(four.url, POST)).toEqual({ kind: 'answered', status: 200 });
    expect(four.heard.at(-1)?.headers.host).toBe(four.host);
  });

  it.each(SPELLINGS)('is refused as %s, on both schemes, and nobody is connected to', async (host) => {
    const before = lines();
    const post = createPublicPost(NOWHERE, { ports });
    for (const one of [four, six])
      for (const scheme of ['http', 'https'])
        if (one) {
          const posted = await post(`${scheme}://${host}:${port(one)}/hook`, POST);
          expect(posted.kind, JSON.stringify(posted)).not.toBe('answered');
          expect(posted).not.toMatchObject({ why: 'Nobody listens at that address.' });
        }
    expect(lines()).toBe(before);
  });

  it.each([
    ['the first', found('127.0.0.1', '8.8.8.8')],
    ['the last', found('8.8.8.8', '1.1.1.1', '::1')],
    ['mapped', found('8.8.8.8', '::ffff:127.0.0.1')],
    ['all', found('10.0.0.1', '192.168.0.1')],
  ])('is refused where one address of the name is private: %s', async (_, answers) => {
    const before = lines();
    const post = createPublicPost(NOWHERE, { ports, find: async () => answers });
    expect(await post(`http://several.example:${port(four)}/`, POST)).toMatchObject({ kind: 'refused' });
    expect(lines()).toBe(before);
  });

  it('asks the resolver once: one that answers otherwise a moment later leads nobody elsewhere', async () => {
    let asked = 0;
    const find = async () => {
      asked += 1;
      // The first answer leads to the listener, every later one to a port on which nobody listens.
      return found(asked === 1 ? '127.0.0.1' : '127.0.0.2');
    };
    const name = `rebound.example:${port(four)}`;
    const post = createPublicPost({ plainHttp: true, privateHosts: [name] }, { find });
    expect(await post(`http://${name}/`, POST)).toEqual({ kind: 'answered', status: 200 });
    expect(asked).toBe(1);
    expect(four.heard.at(-1)?.headers.host).toBe(name);
  });

  it('is refused where the resolver turns private after an answer that was public', async () => {
    const answers = [found('2a00:1450:4001::dead'), found('::1'), found('127.0.0.1')];
    const post = createPublicPost(NOWHERE, {
      ...{ ports, find: async () => answers.shift() ?? [] },
      // The public address is nobody's to be bothered: the line to it is cut as soon as it is begun.
      after: (_ms, act) => {
        const timer = setTimeout(act, 200);
        return () => clearTimeout(timer);
      },
    });
    const before = lines();
    for (let round = 0; round < 3; round += 1)
      expect((await post(`http://rebound.example:${port(four)}/`, POST)).kind).not.toBe('answered');
    expect(answers).toEqual([]);
    expect(lines()).toBe(before);
  });

  it.each([301, 302, 303, 307, 308])('follows no redirect (%i)', async (status) => {
    const target = await openReceiver();
    const redirecting = await openReceiver(() => (answer) => {
      answer.writeHead(status, { location: target.url }).end();
    });
    const hosts = [redirecting.host, target.host];
    const post = createPublicPost({ plainHttp: true, privateHosts: hosts });
    expect(await post(redirecting.url, POST)).toEqual({ kind: 'answered', status });
    redirecting.answer = () => (answer) => {
      answer.writeHead(status, { location: 'http://169.254.169.254/latest/meta-data/' }).end();
    };
    expect(await post(redirecting.url, POST)).toEqual({ kind: 'answered', status });
    expect(target.lines()).toBe(0);
    await Promise.all([redirecting.close(), target.close()]);
  });

  it('reads no endless answer: it lets go within the deadline', async () => {
    let written = 0;
    let isClosed = false;
    const endless = await openReceiver(() => (answer) => {
      const chunk = Buffer.alloc(16 * 1024, 'x');
      answer.on('close', () => {
        isClosed = true;
      });
      const write = () => {
        while (!isClosed && answer.write(chunk)) written += chunk.length;
      };
      answer.on('drain', write);
      write();
    });
    const post = createPublicPost({ plainHttp: true, privateHosts: [endless.host] });
    const since = performance.now();
    expect(await post(endless.url, POST)).toEqual({ kind: 'answered', status: 200 });
    expect(performance.now() - since).toBeLessThan(2000);
    await expect.poll(() => isClosed).toBe(true);
    // What the two systems hold between them is theirs; nobody went on reading it.
    expect(written).toBeLessThan(16 * 1024 * 1024);
    await endless.close();
  });

  it('gives up five seconds after it began, with a server that never answers', async () => {
    const silent = await openReceiver(() => () => undefined);
    const post = createPublicPost({ plainHttp: true, privateHosts: [silent.host] });
    const since = performance.now();
    expect(await post(silent.url, POST)).toMatchObject({ kind: 'failed' });
    expect(performance.now() - since).toBeGreaterThan(4900);
    expect(performance.now() - since).toBeLessThan(6000);
    await silent.close();
  }, 10_000);

  it('gives up where the resolver hangs, and where an answer trickles', async () => {
    const soon: Surroundings['after'] = (_ms, act) => {
      const timer = setTimeout(act, 100);
      return () => clearTimeout(timer);
    };
    const hanging = createPublicPost(NOWHERE, {
      ports,
      after: soon,
      find: () => new Promise(() => undefined),
    });
    expect(await hanging(`http://slow.example:${port(four)}/`, POST)).toMatchObject({ kind: 'failed' });
    const trickling = await openReceiver(() => (answer) => {
      const drops = setInterval(() => answer.socket?.write('HTTP/1.1 103 Early Hints\r\n\r\n'), 20);
      answer.on('close', () => clearInterval(drops));
    });
    const reach = { plainHttp: true, privateHosts: [trickling.host] };
    const post = createPublicPost(reach, { after: soon });
    expect(await post(trickling.url, POST)).toMatchObject({ kind: 'failed' });
    await trickling.close();
  });

  it.each([
    ['http://example.com/', 'begin with https'],
    ['ftp://example.com/', 'begin with https'],
    ['file:///etc/passwd', 'whole address'],
    ['javascript:alert(1)', 'whole address'],
    ['https://name:password@example.com/', 'password'],
    ['https://example.com:22/', 'ports 443 and 8443'],
    ['https://example.com:6379/', 'ports 443 and 8443'],
    ['example.com', 'whole address'],
    [`https://example.com/${'x'.repeat(2000)}`, 'whole address'],
  ])('is refused at once: %s', async (address, why) => {
    const find = () => Promise.reject(new Error('nobody may be looked up'));
    const posted = await createPublicPost({ plainHttp: false, privateHosts: [] }, { find })(address, POST);
    expect(posted).toMatchObject({ kind: 'refused', why: expect.stringContaining(why) });
  });
});
