import { insertEvents } from '#app/delivery/event/event.store.server.ts';
import type { EventKind, MailEvent } from '#app/delivery/event/mail-event.ts';
import { takeEvents } from '#app/delivery/event/take-events.server.ts';
import { queueMessages } from '#app/delivery/queue-messages.server.ts';
import { DAY, HOUR } from '#app/platform/clock.ts';
import { currentHash } from '#app/programme/address-hash.server.ts';
import type { Engine } from '#db/migrations/kit.ts';
import { askEverybody, importPeople, PERSONA } from '#tests/bench/prepare.ts';
import { hearSet, questionOf } from '#tests/support/asked-set.ts';
import type { Desk } from '#tests/support/asking.ts';
import { foundTestWorkspace, openTestHouse, START, type TestHouse } from '#tests/support/house.ts';
import { brokenOf, type Proof } from './figures.ts';

/** One thing that is said of a mail; `by` is the name that its message is known by. */
type Said = readonly [
  kind: EventKind,
  status: string | null,
  daysAgo: number,
  by: 'id' | 'provider' | 'message',
];
/** The moment at which the ledger learns under which id a mail server took the mail. */
const TAKEN = 'taken';
type Step = Said | typeof TAKEN;

const NO_MAILBOX: Said = ['hard_bounce', '5.1.1', 3, 'id'];
const SOFT: readonly Said[] = [
  ['soft_bounce', '4.2.2', 1, 'provider'],
  ['soft_bounce', '4.2.2', 4, 'message'],
  ['soft_bounce', '4.4.1', 6, 'id'],
];
const ARRIVED: Said = ['delivered', null, 5, 'provider'];

/** What may be said of one mail, and what all of it comes to, in whatever order it is said. */
const STORIES = [
  { said: [['delayed', '4.4.1', 6, 'id'], ARRIVED], ends: 'delivered, seat kept' },
  { said: [ARRIVED, ...SOFT.slice(1)], ends: 'soft_bounce, seat kept' },
  { said: [ARRIVED, ...SOFT], ends: 'soft_bounce, stopped as bounce, seat kept' },
  {
    said: [ARRIVED, NO_MAILBOX, ['hard_bounce', '5.1.1', 2, 'provider']],
    ends: 'hard_bounce, stopped as bounce, owner told',
  },
  {
    said: [['hard_bounce', '5.7.1', 2, 'message'], ['complaint', null, 1, 'provider'], ARRIVED],
    ends: 'complaint, stopped as complaint, seat kept',
  },
  {
    said: [['delayed', null, 6, 'message'], ARRIVED, ...SOFT, NO_MAILBOX, ['complaint', null, 4, 'provider']],
    ends: 'complaint, stopped as complaint, owner told',
  },
] as const satisfies readonly { said: readonly Said[]; ends: string }[];

/**
 * Tells of so many mails, each in an order of its own, every event twice and some before the ledger knows the id that they
 * name; what a mail came to must be the same in every order.
 */
export async function orderEvents({ engine, orders }: { engine: Engine; orders: number }): Promise<Proof> {
  const open = await openTestHouse({ engine });
  try {
    const desk = { house: open.house, ...(await foundTestWorkspace(open.house)) };
    const mails = await openMails(desk, orders);
    const steps = mails.map((_, at) => shuffled<Step>([...storyOf(at).said, TAKEN], at + 1));
    const rounds = Math.max(...steps.map(({ length }) => length));
    let [early, taken, twice] = [0, 0, 0];
    for (let round = 0; round < rounds; round += 1) {
      const events = steps.flatMap((mine, at) => toEvent(mine[round], mails[at]!, round));
      early += steps.filter((mine) => isEarly(mine, round)).length;
      taken += await insertEvents(open.house.db, events, open.clock.now());
      twice += await insertEvents(open.house.db, events, open.clock.now());
      for (const [at, mine] of steps.entries()) if (mine[round] === TAKEN) await learn(desk, mails[at]!);
      await takeAll(open);
    }
    const ends = await endsOf(desk, mails);
    const wrong = ends.filter(({ end }, at) => end !== storyOf(at).ends);
    const times = new Set(ends.map(({ at, detail }, place) => `${place % STORIES.length} ${at} ${detail}`));
    for (const { end } of wrong.slice(0, 5)) process.stderr.write(`${end}\n`);
    const counted = await countsOf(desk);
    const [bounced, complained] = [3, 4, 5]
      .map((story) => mails.filter((_, at) => at % 6 === story).length)
      .reduce(([hard, bad], count, at) => [hard! + count, bad! + (at > 0 ? count : 0)], [0, 0]);
    return {
      figures: { orders, events: taken, early, wrong: wrong.length },
      broken: brokenOf({
        'every order ends as it has to': wrong.length === 0,
        'of equal things the same one is kept': times.size === Math.min(orders, STORIES.length),
        'each event is taken in once': twice === 0,
        'some come before their message is known': early > 0,
        'what came back is counted by mail': counted.hard === bounced && counted.complaints === complained,
        'nothing is left to match': counted.waiting === 0,
      }),
    };
  } finally {
    await open.close();
  }
}

const storyOf = (at: number) => STORIES[at % STORIES.length]!;

interface OpenMail {
  id: string;
  messageId: string;
}

/** Mails that were handed over and about which the ledger knows nothing yet. */
async function openMails(desk: Desk, count: number): Promise<OpenMail[]> {
  const { house, workspace } = desk;
  await importPeople(desk, count);
  const { waveId } = await hearSet(desk, [questionOf('q1', 'recommend')], { [PERSONA]: [] });
  await askEverybody(desk, waveId, queueMessages(house));
  const ours = house.db.updateTable('outbound_message').where('workspace_id', '=', workspace.id);
  await ours.set({ state: 'committed_to_send', lease_until: 2 * Date.parse(START) }).execute();
  return house.db
    .selectFrom('outbound_message')
    .select(['id', 'message_id as messageId'])
    .where('workspace_id', '=', workspace.id)
    .orderBy('id')
    .execute();
}

function toEvent(step: Step | undefined, mail: OpenMail, round: number): MailEvent[] {
  if (step === undefined || step === TAKEN) return [];
  const [kind, status, daysAgo, by] = step;
  const { id, messageId } = mail;
  const about = { id: { id }, message: { messageId }, provider: { providerId: `p-${id}` } }[by];
  const occurredAt = Date.parse(START) - daysAgo * DAY;
  const provider = by === 'id' ? 'mail' : 'ses';
  return [{ provider, eventId: `${id} ${round}`, kind, status, detail: `${daysAgo}`, occurredAt, about }];
}

function isEarly(steps: readonly Step[], round: number): boolean {
  const step = steps[round];
  return step !== undefined && step[3] === 'provider' && steps.indexOf(TAKEN) > round;
}

async function learn({ house, workspace }: Desk, { id }: OpenMail): Promise<void> {
  await house.db
    .updateTable('outbound_message')
    .set({ state: 'accepted', provider_id: `p-${id}`, lease_until: null })
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', id)
    .execute();
}

/** What waits for its message is looked for again after an hour at most. */
async function takeAll({ house, clock }: TestHouse): Promise<void> {
  clock.advance(HOUR);
  while (await takeEvents(house));
}

async function endsOf({ house, workspace }: Desk, mails: readonly OpenMail[]) {
  const rows = await house.db
    .selectFrom('outbound_message as m')
    .innerJoin('invitation as i', (on) =>
      on.onRef('i.workspace_id', '=', 'm.workspace_id').onRef('i.id', '=', 'm.invitation_id'),
    )
    .innerJoin('role_assignment as r', (on) =>
      on.onRef('r.workspace_id', '=', 'i.workspace_id').onRef('r.id', '=', 'i.role_assignment_id'),
    )
    .leftJoin('notice as n', (on) =>
      on.onRef('n.workspace_id', '=', 'r.workspace_id').onRef('n.about', '=', 'r.id'),
    )
    .select(['m.id', 'm.outcome', 'm.outcome_at as at', 'm.outcome_detail as detail'])
    .select(['m.to_address as address', 'r.ended_at as endedAt', 'n.kind as told'])
    .where('m.workspace_id', '=', workspace.id)
    .execute();
  const list = await house.db
    .selectFrom('suppression')
    .select(['address_hash', 'reason'])
    .where('workspace_id', '=', workspace.id)
    .execute();
  const stopped = new Map(list.map(({ address_hash, reason }) => [address_hash, reason]));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return mails.map(({ id }) => {
    const { outcome, at, detail, address, endedAt, told } = byId.get(id)!;
    const reason = stopped.get(currentHash(house.env, address).hash);
    const seat =
      endedAt === null ? 'seat kept' : told === 'bounced' ? 'owner told' : 'seat lost, owner not told';
    return { end: [outcome, reason && `stopped as ${reason}`, seat].filter(Boolean).join(', '), at, detail };
  });
}

async function countsOf({ house, workspace }: Desk) {
  const counted = await house.db
    .selectFrom('wave_return')
    .select(['hard_bounces as hard', 'complaints'])
    .where('workspace_id', '=', workspace.id)
    .executeTakeFirst();
  const waiting = await house.db
    .selectFrom('mail_event')
    .select('kind')
    .where('state', '!=', 'matched')
    .execute();
  return { hard: counted?.hard ?? 0, complaints: counted?.complaints ?? 0, waiting: waiting.length };
}

/** The same order for the same seed (Fisher and Yates; a linear congruential generator is random enough). */
function shuffled<T>(items: readonly T[], seed: number): T[] {
  const all = [...items];
  let state = seed >>> 0;
  for (let at = all.length - 1; at > 0; at -= 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const other = Math.floor((state / 2 ** 32) * (at + 1));
    [all[at], all[other]] = [all[other]!, all[at]!];
  }
  return all;
}
