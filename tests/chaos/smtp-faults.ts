import { setTimeout as rest } from 'node:timers/promises';
import { recoverLost } from '#app/delivery/claim.store.server.ts';
import { queueMessages } from '#app/delivery/queue-messages.server.ts';
import { sendDueMessages } from '#app/delivery/send-due-messages.server.ts';
import { type FixedClock, MINUTE, SECOND } from '#app/platform/clock.ts';
import type { House } from '#app/platform/house.ts';
import { CONNECTIONS } from '#app/platform/mail.ts';
import { createSmtpMailer } from '#app/platform/mailer-smtp.server.ts';
import { sendWave } from '#app/programme/send-wave.server.ts';
import type { Engine } from '#db/migrations/kit.ts';
import { type Desk, draftWave, seat } from '#tests/support/asking.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { type Act, openScriptedSmtp, type ScriptedSmtp, type Turn } from '#tests/support/scripted-smtp.ts';
import { brokenOf, type Proof } from './figures.ts';
import { type HeldLedger, holdLedger } from './hold-ledger.ts';
import { type Behaviour, behaviours, type Paces, STRUCK } from './mail-behaviours.ts';

/** More than there are connections, so that a sender that does not rest is seen. */
const PEOPLE = 7;
/** How long the sender waits for a server, shortened; the proof's silent server says nothing for an hour. */
const SHORT = { connectionTimeout: SECOND, greetingTimeout: 300, socketTimeout: 700 };

/** A tried-again letter meets seven waits, and a rest in between. */
const ROUNDS = 40;

interface Row {
  to_address: string;
  state: string;
  attempts: number;
  next_at: number;
  reason: string | null;
}

/** What one mailing came to: right after, and once the server had been well for long. */
interface Course {
  after: Row[];
  end: Row[];
  /** Connections at first, and after the sender was asked again at once. */
  lines: { first: number; again: number };
  taken: ScriptedSmtp['taken'];
}

export interface Faults extends Paces {
  engine: Engine;
  /** Which of the behaviours, by their names: all unless told. */
  those?: (name: string) => boolean;
}

/** Lets a mail server do each of these things to a mailing, on real sockets, and compares the ledger with the table. */
export async function meetFaults({ engine, those = () => true, ...paces }: Faults): Promise<Proof> {
  const open = await openTestHouse({ engine, vars: { MAIL_FROM: 'ask@northwind.example' } });
  try {
    const desk = { house: open.house, ...(await foundTestWorkspace(open.house)) };
    const { waveId } = await draftWave(desk, ['buyer']);
    const states: Record<string, string> = {};
    const broken: string[] = [];
    const all = Object.entries(behaviours(paces)).filter(([name]) => those(name));
    for (const [i, [name, behaviour]] of all.entries()) {
      const people = await invite(desk, waveId, i);
      const course = await meet(open, people, behaviour);
      const state = (rows: Row[]) => rows.find(isStruck)?.state;
      states[name] = `${state(course.after)}, ${state(course.end)}`;
      broken.push(...judge(behaviour, course).map((promise) => `${name}: ${promise}`));
    }
    return { figures: { behaviours: Object.keys(states).length, states }, broken };
  } finally {
    await open.close();
  }
}

async function invite(desk: Desk, waveId: string, number: number): Promise<string[]> {
  const { house, workspace, memberId: actor } = desk;
  const roleIds = [];
  const people = [];
  for (let i = 0; i < PEOPLE; i += 1) {
    const email = `${i === 2 ? STRUCK : `other${i}`}@people${number}.example`;
    const who = { name: `Person ${number} ${i}`, account: `Account ${number}`, personaIds: ['buyer'], email };
    roleIds.push(...(await seat(desk, who)));
    people.push(email);
  }
  await sendWave(house, workspace, { waveId, roleIds, actor }, queueMessages(house));
  return people;
}

/** The server as it is scripted, until it is well. */
class Server {
  readonly #behaviour: Behaviour;
  readonly #held: HeldLedger | undefined;
  isWell = false;
  /** Connections so far. */
  lines = 0;

  constructor(behaviour: Behaviour, house: House) {
    this.#behaviour = behaviour;
    this.#held = behaviour.holdsMark ? holdLedger(house) : undefined;
  }

  open(port = 0): Promise<ScriptedSmtp> {
    return openScriptedSmtp((turn) => this.#play(turn), {
      withAuth: this.#behaviour.withAuth ?? false,
      port,
    });
  }

  #play(turn: Turn): Act | undefined {
    if (turn.step === 'greeting') this.lines += 1;
    const { play } = this.#behaviour;
    if (this.isWell || play === 'away') return undefined;
    const act = play(turn);
    if (!this.#held || !turn.to.startsWith(STRUCK)) return act;
    if (turn.step === 'recipient') void this.#held.take();
    // Time enough to have taken it.
    if (turn.step === 'data') return { say: '354 go on', wait: 200 };
    if (act) setTimeout(() => void this.#held!.letGo(), 100);
    return act;
  }
}

async function meet(
  { house: plain, clock }: TestHouse,
  people: readonly string[],
  behaviour: Behaviour,
): Promise<Course> {
  const server = new Server(behaviour, plain);
  let smtp = await server.open();
  if (behaviour.play === 'away') await smtp.close();
  const mailer = createSmtpMailer(smtp.url, ...(behaviour.isSilent ? [SHORT] : []));
  // Each is a mail server of its own: what one asks for is no other's pace.
  const pace = { ...plain.env.pace, server: smtp.url };
  const house = { ...plain, mailer, env: { ...plain.env, pace } };
  try {
    const working = work(house);
    if (behaviour.isOverdue) await takeForLost(house, clock, smtp);
    await working;

    const after = await rowsOf(house, people);
    const first = server.lines;
    await work(house);
    const again = server.lines;
    if (behaviour.play === 'away') smtp = await server.open(smtp.port);
    server.isWell = !behaviour.isForEver;
    const end = await untilSettled(house, clock, people);
    return { after, end, lines: { first, again }, taken: smtp.taken };
  } finally {
    mailer.close();
    await smtp.close();
  }
}

async function work(house: House): Promise<void> {
  while (await sendDueMessages(house));
}

/** Lets nine minutes pass once the mail is there, and another sender look for what was lost. */
async function takeForLost(house: House, clock: FixedClock, { taken }: ScriptedSmtp): Promise<void> {
  const isThere = () => [...taken.keys()].some((to) => to.startsWith(STRUCK));
  while (!isThere()) await rest(10);
  clock.advance(9 * MINUTE);
  await recoverLost(house.db, clock.now());
}

/** Goes from one time at which something is due to the next. */
async function untilSettled(house: House, clock: FixedClock, people: readonly string[]): Promise<Row[]> {
  for (let round = 0; ; round += 1) {
    const rows = await rowsOf(house, people);
    const open = rows.filter(({ state }) => state !== 'accepted' && state !== 'failed');
    if (open.length === 0 || round === ROUNDS) return rows;
    const due = Math.min(...open.map(({ next_at }) => next_at));

    clock.set(Math.max(due, clock.now() + 16 * MINUTE));
    await work(house);
  }
}

async function rowsOf(house: House, people: readonly string[]): Promise<Row[]> {
  return house.db
    .selectFrom('outbound_message')
    .select(['to_address', 'state', 'attempts', 'next_at', 'reason'])
    .where('to_address', 'in', people)
    .orderBy('to_address')
    .execute();
}

const isStruck = ({ to_address }: Row) => to_address.startsWith(STRUCK);

/** The promises that did not hold. */
function judge(behaviour: Behaviour, { after, end, lines, taken }: Course): string[] {
  const { first, rests = false, copies } = behaviour;
  const got = ({ to_address }: Row) => taken.get(to_address) ?? [];
  const others = after.filter((row) => !isStruck(row));
  return brokenOf({
    'everybody has one row': after.length === PEOPLE && end.length === PEOPLE,
    [`is ${first} right after`]: rests || after.filter(isStruck).every(({ state }) => state === first),
    ...(rests
      ? {
          'everybody waits, and nobody’s try counts': after.every(
            ({ state, attempts }) => (state === 'queued' || state === first) && attempts === 0,
          ),
          'the sender rests': lines.first <= CONNECTIONS && lines.again === lines.first,
        }
      : {
          'the try counts': after.filter(isStruck).every(({ attempts }) => attempts === 1),
          'of the others at most the next on a line that broke waits':
            others.filter(({ state }) => state !== 'accepted').length <= 1 &&
            others.every(({ state }) => state === 'accepted' || state === 'deferred'),
        }),
    [`ends as ${behaviour.end}`]: end.filter(isStruck).every(({ state }) => state === behaviour.end),
    'the others end as accepted': end.every((row) => isStruck(row) || row.state === 'accepted'),
    [`got ${copies}`]: end.filter(isStruck).every((row) => got(row).length === copies),
    'the others got one': end.every((row) => isStruck(row) || got(row).length === 1),
    'two are equal to the byte': end.every((row) => new Set(got(row).map(({ sha256 }) => sha256)).size <= 1),
    'whatever ends otherwise says why': end.every(
      ({ state, reason }) => state === 'accepted' || reason !== null,
    ),
  });
}
