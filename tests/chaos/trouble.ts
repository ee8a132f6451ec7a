import { setTimeout as rest } from 'node:timers/promises';
import { connect } from '#db/connection.ts';
import { questionOf } from '#tests/support/asked-set.ts';
import { freePort } from '#tests/support/process.ts';
import { hiddenFields } from '#tests/support/respond.ts';
import { askPeople } from './asked-people.ts';
import { Caller, eachOf, type Fields, openAgent, type Reply } from './caller.ts';
import { brokenOf, type Proof, shareOf } from './figures.ts';
import { fillIn } from './long-survey.ts';
import { serve } from './served.ts';
import { smallDisk } from './small-disk.ts';
import { TROUBLES, type TroubleKind } from './troubles.ts';

export interface Troubled {
  kind: TroubleKind;
  /** How many people press during the trouble, and as many again are already at their second page. */
  people: number;
  /** How long the trouble lasts, ms. */
  lasts: number;
  /** The database; for PostgreSQL, one that `crash` ends and starts again. */
  crash?: (until: Promise<unknown>) => Promise<void>;
}

const QUESTIONS = [
  questionOf('q1', 'recommend'),
  questionOf('q2', 'text', {
    showIf: { match: 'all', tests: [{ question: 'q1', op: 'answered', value: '' }] },
  }),
];
const RECOVERS_WITHIN = 30_000;

/** Lets people press while the database is in trouble: nobody is told what is not so, nobody loses what they wrote. */
export async function chaosOfDatabase({ kind, people, lasts, crash }: Troubled): Promise<Proof> {
  const engine = kind === 'killed' ? 'postgres' : 'sqlite';
  const asked = await askPeople(engine, QUESTIONS, people);
  const disk = kind === 'disk_full' ? await smallDisk(asked.databaseUrl) : null;
  const databaseUrl = disk?.databaseUrl ?? asked.databaseUrl;
  const port = await freePort();
  const agent = openAgent(256);
  const ahead = kind === 'killed' ? undefined : TROUBLES.handle;
  const server = await serve({ databaseUrl, port, ahead });
  try {
    const crowd = asked.people.map(
      ({ answer, invitationId }, number) =>
        new Presser(new Caller(port, agent), answer, invitationId, number),
    );
    await eachOf(crowd, 16, (one) => one.begin());
    const trouble = await TROUBLES[kind]({ databaseUrl, server, lasts, crash });
    const pages = await duringTrouble(crowd, trouble.isOver, () => new Caller(port, agent));
    await trouble.isOver;
    const since = performance.now();
    await eachOf(crowd, 16, (one) => one.insist());
    const kept = await submitIdsIn(databaseUrl);
    return prove({ kind, crowd, pages, kept, recovered: performance.now() - since });
  } finally {
    agent.destroy();
    await server.stop();
    await disk?.drop();
    await asked.drop();
  }
}

/** Everybody presses once; meanwhile pages are opened, one after the other, until it is over. */
async function duringTrouble(crowd: readonly Presser[], isOver: Promise<unknown>, open: () => Caller) {
  let over = false;
  const end = isOver.then(() => {
    over = true;
  });
  const pages: number[] = [];
  const looking = (async () => {
    while (!over) {
      const since = performance.now();
      await open()
        .get(crowd[0]!.path)
        .catch(() => null);
      pages.push(performance.now() - since);
      await rest(20);
    }
  })();
  await Promise.all([end, looking, ...crowd.map((one) => one.pressOnce())]);
  return pages;
}

async function submitIdsIn(databaseUrl: string): Promise<Map<string, number>> {
  const { db, close } = connect(databaseUrl);
  const rows = await db
    .selectFrom('response as r')
    .innerJoin('answer as a', 'a.response_id', 'r.id')
    .select(['r.submit_id', 'a.question_key'])
    .execute();
  await close();
  return new Map([...Map.groupBy(rows, (row) => row.submit_id)].map(([id, all]) => [id, all.length]));
}

interface Found {
  kind: TroubleKind;
  crowd: readonly Presser[];
  pages: readonly number[];
  kept: ReadonlyMap<string, number>;
  recovered: number;
}

function prove({ kind, crowd, pages, kept, recovered }: Found): Proof {
  const said = (status: number) => crowd.filter(({ first }) => first?.status === status).length;
  const lies = crowd.filter(({ isReceived, submitId }) => isReceived && kept.get(submitId) !== 2).length;
  const emptied = crowd.filter((one) => one.first?.status === 503 && !one.holdsAll()).length;
  const others = crowd.length - said(303) - said(503);
  const slowest = shareOf(pages, 0.95);
  return {
    figures: {
      ...{ trouble: kind, pressed: crowd.length, received: said(303), asked_to_wait: said(503), others },
      ...{ received_without_row: lies, page_lost_a_field: emptied, recovered_ms: Math.round(recovered) },
      ...{ pages_opened: pages.length, page_ms_p95: slowest },
    },
    broken: brokenOf({
      'nobody was told that answers arrived which are not there': lies === 0,
      'everybody was told that it arrived, or to wait': others === 0,
      'the page to wait on held every field': emptied === 0,
      'it said when to try again': crowd.every(
        ({ first }) => first?.status !== 503 || first.headers['retry-after'],
      ),
      'in the end everybody was received': crowd.every(({ isReceived }) => isReceived),
      'it recovered by itself in time': recovered <= RECOVERS_WITHIN,
      'there was trouble at all': kind === 'busy' || said(503) > 0,
      'pages open quickly beside a writer that waits': kind !== 'busy' || slowest <= 1000,
    }),
  };
}

/** Somebody on the last of two pages, whose press comes at a bad moment. */
class Presser {
  readonly path: string;
  submitId = '';
  isReceived = false;
  first: Reply | null = null;
  readonly #caller: Caller;
  readonly #plan: Record<string, string[]>;
  readonly #keepsByItself: boolean;
  #form: Fields = {};
  #page = '';

  constructor(caller: Caller, token: string, invitationId: string, number: number) {
    this.#caller = caller;
    this.path = `/r/${token}`;
    this.#keepsByItself = number % 2 === 1;
    const words = `"Words" of ${invitationId} & <more>\nof ${number} `;
    // Long enough that a full database has no room for them in the pages that it has.
    this.#plan = { q1: [String(number % 11)], q2: [words + 'long '.repeat(700)] };
  }

  async begin(): Promise<void> {
    const opened = await this.#caller.get(this.path);
    const second = await this.#caller.post(this.path, fillIn(opened.text, this.#plan));
    if (second.status !== 200) throw new Error(`the second page answered ${second.status}`);
    this.#form = fillIn(second.text, this.#plan);
    this.submitId = String(this.#form.submit_id);
  }

  /** Every other one has a script that keeps what is written just before the press. */
  async pressOnce(): Promise<void> {
    if (this.#keepsByItself)
      await this.#caller.post(this.path, { ...this.#form, go: 'keep' }).catch(() => null);
    this.first = await this.#caller.post(this.path, this.#form).catch(() => null);
    this.isReceived = this.first?.status === 303;
    this.#page = this.first?.text ?? '';
  }

  /** Every field that was posted is in the page, to be posted again. */
  holdsAll(): boolean {
    const held = hiddenFields(this.#page);
    const posted = Object.entries(this.#form).filter(([name]) => name !== 'go');
    const again = new Map(Object.entries(held));
    const same = posted.every(
      ([name, value]) => JSON.stringify(again.get(name)) === JSON.stringify([value].flat()),
    );
    return same && this.#page.includes(`name="go" value="${String(this.#form.go)}"`);
  }

  /** Presses the button of the page to wait on, until it is taken in. */
  async insist(): Promise<void> {
    const since = performance.now();
    const go = String(this.#form.go);
    while (!this.isReceived && performance.now() - since < RECOVERS_WITHIN) {
      const form = this.#page === '' ? this.#form : { ...hiddenFields(this.#page), go };
      const reply = await this.#caller.post(this.path, form).catch(() => null);
      this.isReceived = reply?.status === 303;
      if (!this.isReceived) await rest(200);
    }
  }
}
