import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Connection, connect } from '#db/connection.ts';
import type { Engine } from '#db/migrations/kit.ts';
import { questionOf } from '#tests/support/asked-set.ts';
import { freePort } from '#tests/support/process.ts';
import {
  HOOK_VARS,
  mailgun,
  type Post,
  type Posted,
  type PostedKind,
  postmark,
  rsa,
  sendgrid,
  sns,
} from '#tests/support/provider-posts.ts';
import { selfSigned } from '#tests/support/self-signed.ts';
import { askPeople } from './asked-people.ts';
import { brokenOf, type Proof } from './figures.ts';
import { serve } from './served.ts';

const KINDS: readonly PostedKind[] = ['delivered', 'soft', 'hard', 'complaint'];
const OUTCOME = { delivered: 'delivered', soft: 'soft_bounce', hard: 'hard_bounce', complaint: 'complaint' };
const ONE_OF_EACH: Readonly<Record<string, (given: Posted) => Post>> = {
  ses: sns,
  sendgrid: (given) => sendgrid([given]),
  mailgun,
  postmark,
};
const PROVIDERS = Object.keys(ONE_OF_EACH);
const DAY = 24 * 60 * 60;

/** A post, the status that it has to be answered with, and what it is called when it is not. */
interface Knock {
  called: string;
  provider: string;
  post: Post;
  status: number;
}

/**
 * Posts webhooks of four services to a running server: true ones, the same once more, and everything that must change nothing;
 * then waits until what was told is taken in. `early` also tells of a message before it is known under that name.
 */
export async function knockAtHooks({ engine, early }: { engine: Engine; early: boolean }): Promise<Proof> {
  const asked = await askPeople(engine, [questionOf('q1', 'recommend')], 24, 'handed_over');
  const folder = await mkdtemp(join(tmpdir(), 'rolecall-hooks-'));
  const [certificate, askedFor] = [join(folder, 'sns.pem'), join(folder, 'asked')];
  const day = (days: number) => new Date(Date.now() + 1000 * DAY * days);
  await writeFile(certificate, selfSigned(rsa, { from: day(-1), to: day(1) }));
  await writeFile(askedFor, '');
  const port = await freePort();
  const server = await serve({
    ...{ databaseUrl: asked.databaseUrl, port },
    ahead: fileURLToPath(new URL('sns-stand-in.ts', import.meta.url)),
    vars: { ...HOOK_VARS, SNS_CERTIFICATE: certificate, SNS_ASKED: askedFor },
  });
  const open = connect(asked.databaseUrl);
  try {
    const mails = await nameMails(open);
    const good = PROVIDERS.flatMap((provider, row) =>
      KINDS.map((kind, column) => ({ provider, kind, mail: mails[4 * row + column]! })),
    );
    const posts = good.map(({ provider, kind, mail }) => ({
      ...{ called: `a true ${kind} of ${provider}`, provider, status: 200 },
      post: ONE_OF_EACH[provider]!({ ...mail, kind }),
    }));
    const [spare] = mails.slice(16);
    const bad = badKnocks({ ...spare!, kind: 'complaint' }, posts);
    const odd: string[] = [];
    for (const knock of [...posts, ...bad]) odd.push(...(await knockWith(port, knock)));
    if ((await announce(port, 1024 * 1024 + 1)) !== 413) odd.push('one that is too large');
    const late = { ...mails[17]!, kind: 'hard' } as const;
    if (early) odd.push(...(await comeEarly(open, port, late)));
    const waited = await untilTaken(open);
    const outcomes = new Map((await listMails(open)).map(({ id, outcome }) => [id, outcome]));
    const wrong = good.filter(({ kind, mail }) => outcomes.get(mail.id) !== OUTCOME[kind]).length;
    const events = await open.db.selectFrom('mail_event').select('state').execute();
    const asks = (await readFile(askedFor, 'utf8')).trim().split('\n');
    for (const one of odd) process.stderr.write(`${one}\n`);
    return {
      figures: {
        ...{ true_posts: posts.length, other_posts: bad.length, answered_otherwise: odd.length },
        ...{ events: events.length, wrong_outcomes: wrong, asked_for: asks.length, waited_ms: waited },
      },
      broken: brokenOf({
        'each is answered as it has to be, without a cookie, and kept by no cache': odd.length === 0,
        'each true one is what its message came to': wrong === 0,
        'what was forged, replayed, stale or of another topic left no trace':
          events.length === good.length + (early ? 1 : 0) && outcomes.get(spare!.id) === null,
        'nothing is left to match': events.every(({ state }) => state === 'matched'),
        'what came early was matched when its message was known':
          !early || outcomes.get(late.id) === 'hard_bounce',
        'only SNS was asked for anything: its certificate once, and one subscription':
          asks.length === 2 && asks.every((url) => url.startsWith('https://sns.eu-west-1.amazonaws.com/')),
      }),
    };
  } finally {
    await open.close();
    await server.stop();
    await asked.drop();
    await rm(folder, { recursive: true });
  }
}

/** Tells of a mail by an id that the ledger learns only when the event was looked at in vain. */
async function comeEarly({ db }: Connection, port: number, late: Posted & { id: string }): Promise<string[]> {
  const post = postmark({ ...late, providerId: 'early-1' });
  const odd = await knockWith(port, { called: 'one too early', provider: 'postmark', post, status: 200 });
  const told = db.selectFrom('mail_event').select('tries').where('about_provider_id', '=', 'early-1');
  while ((await told.executeTakeFirstOrThrow()).tries === 0) await rest(50);
  const mail = db.updateTable('outbound_message').where('id', '=', late.id);
  await mail.set({ provider_id: 'early-1' }).execute();
  return odd;
}

/** What must change nothing, and what else is asked at these doors. */
function badKnocks(spare: Posted, good: readonly Knock[]): Knock[] {
  const of = (provider: string, status: number, called: string, post: Post): Knock => ({
    ...{ called: `${provider}: ${called}`, provider, status, post },
  });
  const subscription = (url: string) =>
    sns(spare, { said: { Type: 'SubscriptionConfirmation', Token: 't', Message: 'm', SubscribeURL: url } });
  const certificateAt = (SigningCertURL: string) => sns(spare, { said: { SigningCertURL } });
  const changed = ({ headers, body }: Post): Post => ({
    headers,
    body: body.replace('spamreport', 'spamreporT'),
  });
  const confirm = 'https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription&Token=t';
  return [
    ...good.map(
      (one): Knock => ({
        ...one,
        called: `${one.called}, once more`,
        // Its signature covers no event, so a second one under it is no mere repetition.
        status: one.provider === 'mailgun' ? 406 : 200,
      }),
    ),
    of('ses', 403, 'forged', sns(spare, { forged: true })),
    of('ses', 403, 'of another topic', sns(spare, { said: { TopicArn: `${HOOK_VARS.SES_TOPIC_ARNS}2` } })),
    of(
      'ses',
      403,
      'with a certificate from elsewhere',
      certificateAt('https://sns.eu-west-1.amazonaws.com.evil.example/SimpleNotificationService-0a.pem'),
    ),
    of(
      'ses',
      403,
      'with a certificate of another bucket',
      certificateAt('https://s3.amazonaws.com/SimpleNotificationService-0a.pem'),
    ),
    of(
      'ses',
      403,
      'a subscription elsewhere',
      subscription('https://evil.example/?Action=ConfirmSubscription'),
    ),
    of('ses', 200, 'a subscription', subscription(confirm)),
    of('ses', 400, 'no JSON', { headers: {}, body: 'no JSON' }),
    of('sendgrid', 403, 'forged', sendgrid([spare], true)),
    of('sendgrid', 403, 'changed after it was signed', changed(sendgrid([spare]))),
    of('sendgrid', 403, 'stale', sendgrid([{ ...spare, age: 600 }])),
    of('sendgrid', 403, 'of the future', sendgrid([{ ...spare, age: -600 }])),
    of('sendgrid', 403, 'without a signature', { headers: {}, body: sendgrid([spare]).body }),
    of('mailgun', 403, 'forged', mailgun(spare, { key: 'another key of sixteen' })),
    of('mailgun', 403, 'stale', mailgun({ ...spare, age: DAY + 60 })),
    of('mailgun', 400, 'without a signature', { headers: {}, body: '{"event-data":{}}' }),
    of('postmark', 403, 'with another password', postmark(spare, 'postmark:guessed-password-1')),
    of('postmark', 403, 'with no password', postmark(spare, null)),
    of('elsewhere', 404, 'not a service', postmark(spare)),
  ];
}

/** Says what was wrong about the answer. */
async function knockWith(port: number, { called, provider, post, status }: Knock): Promise<string[]> {
  const reply = await fetch(`http://127.0.0.1:${port}/hooks/mail/${provider}`, {
    ...{ method: 'POST', redirect: 'manual', ...post },
    // Whatever it says of where it comes from: no browser posts here, and no session.
    headers: { origin: 'https://elsewhere.example', cookie: '__Host-s=stolen', ...post.headers },
  });
  await reply.arrayBuffer();
  const isKept = reply.headers.get('cache-control') !== 'no-store';
  const isOdd = reply.status !== status || reply.headers.getSetCookie().length > 0 || isKept;
  return isOdd ? [`${called}: ${reply.status} for ${status}`] : [];
}

/** What a post of so many bytes is answered with when it is announced; nothing of it is sent. */
function announce(port: number, bytes: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const post = { method: 'POST', path: '/hooks/mail/ses', headers: { 'content-length': bytes } };
    const asked = request({ host: '127.0.0.1', port, ...post }, (reply) => {
      resolve(reply.statusCode);
      asked.destroy();
    });
    asked.on('error', reject);
    asked.flushHeaders();
  });
}

function listMails({ db }: Connection) {
  return db
    .selectFrom('outbound_message')
    .select(['id', 'message_id as messageId', 'outcome'])
    .orderBy('id')
    .execute();
}

/** The mailbox gives no ids: each mail gets one, as if a service had taken it. */
async function nameMails(open: Connection) {
  const mails = (await listMails(open)).map((mail, at) => ({ ...mail, providerId: `0100018f-${at}-000000` }));
  for (const { id, providerId } of mails)
    await open.db
      .updateTable('outbound_message')
      .set({ provider_id: providerId })
      .where('id', '=', id)
      .execute();
  return mails;
}

/** How long it took until nothing waited any more, in ms. */
async function untilTaken({ db }: Connection): Promise<number> {
  const since = performance.now();
  const waiting = () =>
    db.selectFrom('mail_event').select('event_id').where('state', '=', 'waiting').execute();
  while ((await waiting()).length > 0 && performance.now() - since < 60_000) await rest(100);
  return Math.round(performance.now() - since);
}
