import { parseArgs } from 'node:util';
import { build } from '#app/install.mjs';
import { HOUR } from '#app/platform/clock.ts';
import { policyFor } from '#app/results/confidence/policy.ts';
import { attackConfidence } from '#tests/privacy/attack.ts';
import { type Cluster, startPostgres } from '#tests/support/postgres.ts';
import { chaosOfAnswers } from './answers.ts';
import { proveDurable } from './durable.ts';
import { killAtEach } from './exhaustive.ts';
import { type Proof, together } from './figures.ts';
import { freezeSenders } from './freeze.ts';
import { sendHostileMail } from './hostile-mail.ts';
import { loseReplies } from './lost-replies.ts';
import { hearWhatComesBack } from './mail-events.ts';
import { pressOnce } from './one-click.ts';
import { pauseSending } from './pause.ts';
import { scanLinks } from './scanners.ts';
import { chaosOfSending } from './send.ts';
import { canMount } from './small-disk.ts';
import { meetFaults } from './smtp-faults.ts';
import { chaosOfDatabase } from './trouble.ts';
import { chaosOfWebhooks } from './webhooks.ts';
import { answerWithoutScript } from './without-script.ts';

const text = (fallback: string) => ({ type: 'string' as const, default: fallback });
const flag = { type: 'boolean' as const, default: false };
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    ...{ engine: text('sqlite'), respondents: text('1000'), kills: text(''), submits: text('200') },
    ...{ people: text('40'), seconds: text('10'), cases: text('400') },
    ...{ recipients: text('10000'), senders: text('1'), mode: text('hold') },
    ...{ orders: text('1000'), events: text('50000'), down: text('24h') },
    ...{ exhaustive: text(''), freeze: flag, frozen: text('3'), cycles: text('50') },
    ...{ late: text('2000'), 'per-byte': text('20') },
    ...{ days: text('30'), seed: text('1') },
    ...{ links: text('10000'), sample: text('40'), stay: text('20') },
    /** Takes the promise away, so that the proof can be seen to fail. */
    spoiled: flag,
    /** Takes the build as it lies there. */
    built: flag,
  },
});
const engine = values.engine === 'postgres' ? 'postgres' : 'sqlite';
const count = (given: string) => Math.max(1, Math.trunc(Number(given)) || 1);

async function troubles(cluster: Cluster): Promise<Proof> {
  const lasting = { people: count(values.people), lasts: 1000 * count(values.seconds) };
  const proofs: Record<string, Proof> = {};
  const kinds = ['full', 'read_only', 'busy', 'killed'] as const;
  for (const kind of canMount() ? (['disk_full', ...kinds] as const) : kinds)
    proofs[kind] = await chaosOfDatabase({ kind, ...lasting, crash: cluster.crash });
  return together(proofs);
}

function proveSending(): Promise<Proof> {
  const recipients = count(values.recipients);
  const mode = values.mode === 'resend-once' ? 'resend-once' : 'hold';
  if (values.exhaustive) return killAtEach({ engine, recipients: count(values.exhaustive) });
  if (values.freeze) return freezeSenders({ engine, recipients, frozen: count(values.frozen), mode });
  return chaosOfSending({
    ...{ engine, recipients, mode, kills: count(values.kills || '100') },
    ...{ senders: count(values.senders), lives: 1500, latency: 200 },
  });
}

/** Each proof by the name of its command. */
const PROOFS: Readonly<Record<string, (cluster: Cluster) => Promise<Proof>>> = {
  'chaos:answers': () =>
    chaosOfAnswers({
      ...{ engine, respondents: count(values.respondents), kills: count(values.kills || '50') },
      backWithin: 3000,
    }),
  'chaos:send': proveSending,
  'prove:durable': () => proveDurable({ engine, submits: count(values.submits), spoiled: values.spoiled }),
  'chaos:db': troubles,
  'test:idempotent': () => loseReplies({ engine, people: count(values.people) }),
  'test:nojs': () => answerWithoutScript({ engine, people: count(values.people), inBrowser: 4 }),
  'test:mime': () => sendHostileMail({ count: count(values.cases) }),
  'test:events': () => hearWhatComesBack({ orders: count(values.orders) }),
  'test:oneclick': () => pressOnce({ engine, people: count(values.people) }),
  'chaos:pause': () =>
    pauseSending({
      ...{ engine, cycles: count(values.cycles), senders: count(values.senders) },
      recipients: 30 * count(values.cycles),
    }),
  'smtp:faults': () => meetFaults({ engine, late: count(values.late), perByte: count(values['per-byte']) }),
  'privacy:attack': () =>
    attackConfidence({
      ...{ engine, days: count(values.days), seed: count(values.seed), watching: ['executive', 'cx'] },
      people: count(values.people),
      ...(values.spoiled ? { policyOf: (given) => ({ ...policyFor(given), people: 1 }) } : {}),
    }),
  'chaos:webhooks': () =>
    chaosOfWebhooks({
      ...{ engine, events: count(values.events), kills: count(values.kills || '20') },
      down: HOUR * count(values.down.replace(/h$/, '')),
    }),
  'test:scanners': () =>
    scanLinks({
      ...{ engine, links: count(values.links), inBrowser: count(values.sample) },
      stay: 1000 * count(values.stay),
    }),
};

const [name = ''] = positionals;
const proof = PROOFS[name];
if (!proof) throw new Error(`There is no proof “${name}”; there are: ${Object.keys(PROOFS).join(', ')}.`);
if (!values.built && (await build()) !== 0) throw new Error('There is no build to prove anything of.');
const cluster = await startPostgres();
process.env.TEST_POSTGRES_URL = cluster.url;
try {
  const since = performance.now();
  const { figures, broken } = await proof(cluster);
  const seconds = Math.round((performance.now() - since) / 1000);
  console.log(JSON.stringify({ proof: name, engine, ...figures, seconds, broken }));
  process.exitCode = broken.length === 0 ? 0 : 1;
} finally {
  await cluster.stop();
}
