import { setImmediate as rest } from 'node:timers/promises';
import { HookDeliverer } from '#app/followup/hook/sending/hook-deliverer.server.ts';
import { DAY, HOUR, MINUTE, SECOND } from '#app/platform/clock.ts';
import type { FoundAddress } from '#app/platform/find-addresses.server.ts';
import type { House } from '#app/platform/house.ts';
import { createPublicPost, type PublicPost } from '#app/platform/public-fetch.server.ts';
import type { Engine } from '#db/migrations/kit.ts';
import { type HookReceiver, isSignedBy, openReceiver } from '#tests/support/hook-receiver.ts';
import { changed, type HookDesk, makeEndpoint, openHookDesk, tell } from '#tests/support/hooks.ts';
import { brokenOf, type Proof, shareOf } from './figures.ts';
import { SimulatedTimers } from './simulated-timers.ts';

interface Options {
  engine: Engine;
  events: number;
  /** For how many ms one receiver is down from the beginning. */
  down: number;
  /** How often the process that delivers dies: after a receiver has taken a post and before anybody wrote it down. */
  kills: number;
}

/** The longest real wait for what has to come of one moment; what hangs is not waited for. */
const PATIENCE = 600_000;

/**
 * Tells three receivers of so many events over a simulated time: one works, one is down, one takes posts and never answers.
 * Real HTTP on loopback, a clock that is moved by hand, and a process that dies now and then.
 */
export async function chaosOfWebhooks({ engine, events, down, kills }: Options): Promise<Proof> {
  const receivers = await openAll();
  const desk = await openHookDesk(engine, Object.values(receivers));
  try {
    const secrets = await subscribe(desk, receivers);
    const played = new Played(desk, receivers, down);
    await played.tellAll(events, kills);
    await played.untilTold(events);
    return judge({ played, receivers, secrets, events, kills, down });
  } finally {
    await Promise.all(Object.values(receivers).map((one) => one.close()));
    await desk.close();
  }
}

type Name = 'healthy' | 'down' | 'hanging';
type Receivers = Record<Name, HookReceiver>;

async function openAll(): Promise<Receivers> {
  return {
    healthy: await openReceiver(),
    down: await openReceiver(),
    hanging: await openReceiver(() => () => undefined),
  };
}

async function subscribe(desk: HookDesk, receivers: Receivers): Promise<Record<Name, string>> {
  const secretOf = async ({ url }: HookReceiver) => (await makeEndpoint(desk, url)).secret;
  return {
    healthy: await secretOf(receivers.healthy),
    down: await secretOf(receivers.down),
    hanging: await secretOf(receivers.hanging),
  };
}

/** What each receiver took, and when. */
class Played {
  readonly taken: Record<'healthy' | 'down', { id: string; at: number }[]> = { healthy: [], down: [] };
  readonly #desk: HookDesk;
  readonly #timers: SimulatedTimers;
  readonly #began: number;
  readonly #find = (host: string): Promise<FoundAddress[]> => Promise.resolve([{ address: host, family: 4 }]);
  readonly #hanging: string;
  #process: DeliveringProcess;
  #toldAt = 0;
  /** From the commit to the receiver that works, in real ms. */
  readonly real: number[] = [];

  constructor(desk: HookDesk, receivers: Receivers, down: number) {
    this.#desk = desk;
    this.#timers = new SimulatedTimers(desk.clock);
    this.#began = desk.clock.now();
    receivers.healthy.answer = ({ id }) => {
      this.real.push(performance.now() - this.#toldAt);
      return this.#take('healthy', id);
    };
    receivers.down.answer = ({ id }) => {
      if (desk.clock.now() - this.#began >= down) return this.#take('down', id);
      receivers.down.heard.pop();
      return (answer) => answer.destroy();
    };
    this.#hanging = receivers.hanging.url;
    this.#process = this.#newProcess();
  }

  /** Evenly over a day, a few in each commit. */
  async tellAll(events: number, kills: number): Promise<void> {
    const commits = Math.min(events, DAY / SECOND / 5);
    const gap = DAY / commits;
    let told = 0;
    for (let commit = 0; commit < commits; commit += 1) {
      const upTo = Math.round(((commit + 1) * events) / commits);
      const subjects = Array.from({ length: upTo - told }, (_, at) => String(told + at));
      told = upTo;
      this.#desk.clock.set(Math.round(this.#began + commit * gap));
      await tell(
        this.#desk.house,
        this.#desk.workspace,
        subjects.map((one) => changed(this.#desk.house, one)),
      );
      this.#toldAt = performance.now();
      const isLast = Math.floor(((commit + 1) * kills) / commits) > Math.floor((commit * kills) / commits);
      await this.#turn(isLast);
      if (gap > 6 * SECOND) await this.#pass(5 * SECOND);
    }
  }

  /** Goes on until the one that was down has everything too, for three days at most. */
  async untilTold(events: number): Promise<void> {
    const most = this.#desk.clock.now() + 3 * DAY;
    const isDone = () =>
      Object.values(this.taken).every((taken) => new Set(taken.map(({ id }) => id)).size >= events);
    while (!isDone() && this.#desk.clock.now() < most) await this.#pass(MINUTE);
  }

  async #pass(ms: number): Promise<void> {
    this.#desk.clock.advance(ms);
    await this.#turn(false);
  }

  /** What is due at this moment; with `dies` the process ends in the middle of it and another one takes its place. */
  async #turn(dies: boolean): Promise<void> {
    this.#timers.fire();
    await this.#process.round();
    if (dies) this.#process.die();
    const since = performance.now();
    while (this.#process.isWorking() && performance.now() - since < PATIENCE) await rest();
    if (dies) this.#process = this.#newProcess();
  }

  #newProcess(): DeliveringProcess {
    const { house } = this.#desk;
    const post = createPublicPost(house.env.reach, { after: this.#timers.after, find: this.#find });
    return new DeliveringProcess(house, post, this.#hanging);
  }

  #take(name: 'healthy' | 'down', id: string): number {
    this.taken[name].push({ id, at: this.#desk.clock.now() });
    return 200;
  }
}

/** A process that delivers, and may die: what it posts from then on is taken by the receiver and written down by nobody. */
class DeliveringProcess {
  readonly #deliverer: HookDeliverer;
  #isDead = false;
  #hung = 0;
  #rounds = 0;

  constructor(house: House, post: PublicPost, hanging: string) {
    const mortal: PublicPost = async (address, given) => {
      if (address === hanging) this.#hung += 1;
      const posted = await post(address, given);
      if (address === hanging) this.#hung -= 1;
      if (!this.#isDead) return posted;
      this.#hung += 1;
      return new Promise<never>(() => undefined);
    };
    this.#deliverer = new HookDeliverer(house, mortal, () => void this.round());
  }

  async round(): Promise<void> {
    this.#rounds += 1;
    await this.#deliverer.round();
    this.#rounds -= 1;
  }

  die(): void {
    this.#isDead = true;
  }

  /** Whether anything is under way that does not hang. */
  isWorking(): boolean {
    return this.#rounds > 0 || this.#deliverer.busy > this.#hung;
  }
}

interface Judged {
  played: Played;
  receivers: Receivers;
  secrets: Record<Name, string>;
  events: number;
  kills: number;
  down: number;
}

function judge({ played, receivers, secrets, events, kills, down }: Judged): Proof {
  const { healthy, down: late } = played.taken;
  const ids = { healthy: new Set(healthy.map(({ id }) => id)), down: new Set(late.map(({ id }) => id)) };
  const lost = 2 * events - ids.healthy.size - ids.down.size;
  const twice = healthy.length + late.length - ids.healthy.size - ids.down.size;
  const happened = momentsOf(receivers.healthy);
  const delays = healthy.map(({ id, at }) => at - happened.get(id)!);
  const forged = (['healthy', 'down'] as const).flatMap((name) =>
    receivers[name].heard.filter((heard) => !isSignedBy(secrets[name], heard)),
  );
  const p95 = shareOf(delays, 0.95);
  const hangs = receivers.hanging.heard.length;
  return {
    figures: {
      ...{ events, down_hours: down / HOUR, kills, delivered: healthy.length + late.length, lost, twice },
      ...{
        healthy_p95_ms: p95,
        healthy_max_ms: delays.reduce((most, one) => Math.max(most, one), 0),
        healthy_real_p95_ms: shareOf(played.real, 0.95),
        hung: hangs,
        forged: forged.length,
      },
      back_after_hours: Math.round((10 * (late[0]!.at - firstMoment(receivers.down))) / HOUR) / 10,
    },
    broken: brokenOf({
      'nothing is lost, by the one that works and by the one that was down': lost === 0,
      'both hear the same events under the same ids': [...ids.healthy].every((id) => ids.down.has(id)),
      'each receiver hears them in the order of their ids': isOrdered(healthy) && isOrdered(late),
      'an event comes twice only where a process died': twice <= kills,
      'the one that works hears within ten seconds (p95)': p95 <= 10 * SECOND,
      'the one that hangs was tried': hangs > 0,
      'each post is signed': forged.length === 0,
    }),
  };
}

/** When each event happened, as the receiver reads it. */
function momentsOf({ heard }: HookReceiver): Map<string, number> {
  return new Map(heard.map(({ id, body }) => [id, Date.parse(JSON.parse(body).timestamp)]));
}

function firstMoment({ heard }: HookReceiver): number {
  return Date.parse(JSON.parse(heard[0]!.body).timestamp);
}

/** Whoever reads by the ids as UUIDv7 sort them reads in the order of time. */
function isOrdered(taken: readonly { id: string }[]): boolean {
  return taken.every(({ id }, at) => at === 0 || taken[at - 1]!.id <= id);
}
