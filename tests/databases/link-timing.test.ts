import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerHot } from '#app/answering/hot-door.server.ts';
import { readUnsubscribe } from '#app/delivery/read-unsubscribe.server.ts';
import { textOf } from '#app/platform/http/plain-exchange.ts';
import { linkToken } from '#app/programme/link-token.server.ts';
import { tTwoSided } from '#app/results/arithmetic/distributions.ts';
import { countLater } from '#app/results/count-later.server.ts';
import { ask } from '#tests/support/answering.ts';
import { type Desk, draftWave } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';

/**
 * Whoever tries links must not learn from the time of an answer whether one was ever given out. Each kind of link that
 * opens nothing is timed in turns with one that never was, and Welch's test must not tell them apart. A machine at work
 * for others is noisy, so a difference counts only when it shows each time; a link that opens shows that the test sees.
 */
const TRIES = 4;
const ALPHA = 0.01;
/**
 * A share of the time itself. With so many visits in one process even one row more of an index shows; what a network adds
 * and takes away is many times that.
 */
const FAINT = 0.02;
/** The slowest of a hundred are the machine's, not the link's. */
const KEPT = 0.95;

describe.each(ENGINES)('the time of an unknown link on %s', (engine) => {
  const rounds = engine === 'sqlite' ? 700 : 500;
  let open: TestHouse;
  let desk: Desk;
  let links: Record<string, () => string>;
  beforeAll(async () => {
    open = await openTestHouse({ engine });
    desk = { house: open.house, ...(await foundTestWorkspace(open.house)) };
    const { waveId } = await draftWave(desk, ['buyer']);
    const opens = await ask(desk, waveId, { name: 'Dana Reyes', personaIds: ['buyer'] });
    const revoked = await ask(desk, waveId, { name: 'Henrik Aalto', personaIds: ['buyer'] });
    const left = await ask(desk, waveId, { name: 'Noor El-Amin', personaIds: ['buyer'] });
    await end(revoked, 'link');
    await end(left, 'invitation');
    const secret = desk.house.env.appSecret;
    links = {
      never: () => opens.slice(0, 2) + randomBytes(16).toString('base64url'),
      revoked: () => revoked,
      left: () => left,
      otherKind: () => linkToken(secret, 'unsubscribe', idOf.get('Henrik Aalto')!, 1),
      opens: () => opens,
    };
  });
  afterAll(() => open.close());

  const idOf = new Map<string, string>();
  async function end(token: string, what: 'link' | 'invitation'): Promise<void> {
    const { db, clock } = desk.house;
    const name = what === 'link' ? 'Henrik Aalto' : 'Noor El-Amin';
    const row = await db
      .selectFrom('invitation')
      .innerJoin('person', 'person.id', 'invitation.person_id')
      .select('invitation.id')
      .where('invitation.workspace_id', '=', desk.workspace.id)
      .where('person.name', '=', name)
      .executeTakeFirstOrThrow();
    idOf.set(name, row.id);
    expect(token).toBe(linkToken(desk.house.env.appSecret, 'answer', row.id, 1));
    const ended = { revoked_at: clock.now() };
    if (what === 'invitation')
      await db
        .updateTable('invitation')
        .set(ended)
        .where('workspace_id', '=', desk.workspace.id)
        .where('id', '=', row.id)
        .execute();
    else
      await db
        .updateTable('link')
        .set(ended)
        .where('workspace_id', '=', desk.workspace.id)
        .where('invitation_id', '=', row.id)
        .where('kind', '=', 'answer')
        .execute();
  }

  const door = answerHot(countLater);
  const visit = (token: string) =>
    door.answer(
      { method: 'GET', path: `/r/${token}`, query: '', form: '', cookies: '', acceptLanguage: 'en' },
      desk.house,
    );

  test('the answers are the same to the byte, first of all', async () => {
    const told = async (token: string) => {
      const { status, headers, body } = await visit(token);
      return { status, headers, text: textOf(body) };
    };
    const never = await told(links.never!());
    expect(never.status).toBe(404);
    for (const kind of ['revoked', 'left', 'otherKind'])
      expect(await told(links[kind]!()), kind).toEqual(never);
    // Not even the shape is needed.
    for (const text of ['x', 'x'.repeat(99), `${links.opens!()}x`]) expect(await told(text)).toEqual(never);
    expect((await told(links.opens!())).status).toBe(200);
  });

  test.each(['revoked', 'left', 'otherKind'])('%s: no different from one that never was', async (kind) => {
    const p = await mostAlike(visit, links.never!, links[kind]!);
    expect(p).toBeGreaterThan(ALPHA);
  });

  test('nor behind the way out of a mail', async () => {
    const look = (token: string) => readUnsubscribe(desk.house.db, token);
    const answer = () => linkToken(desk.house.env.appSecret, 'answer', idOf.get('Henrik Aalto')!, 1);
    expect(await look(answer())).toBeNull();
    expect(await mostAlike(look, links.never!, answer)).toBeGreaterThan(ALPHA);
  });

  test('and a link that opens is told apart twice, so the test is not blind', async () => {
    for (let i = 0; i < 2; i += 1) expect(await alike(visit, links.never!, links.opens!)).toBeLessThan(ALPHA);
  });

  type Visiting = (token: string) => Promise<unknown>;

  /** The greatest p of a few tries. */
  async function mostAlike(visiting: Visiting, one: () => string, other: () => string): Promise<number> {
    let most = 0;
    for (let i = 0; i < TRIES && most <= ALPHA; i += 1)
      most = Math.max(most, await alike(visiting, one, other));
    return most;
  }

  /** The p of Welch's test over two sets of times that were taken in turns; 1 where the difference is faint. */
  async function alike(visiting: Visiting, one: () => string, other: () => string): Promise<number> {
    const times: [number[], number[]] = [[], []];
    for (let i = 0; i < 2 * rounds + 200; i += 1) {
      // Pairs in both orders, so that neither is always the second.
      const which = i % 4 === 0 || i % 4 === 3 ? 0 : 1;
      const token = which === 0 ? one() : other();
      const begun = performance.now();
      await visiting(token);
      const took = performance.now() - begun;
      if (i >= 200) times[which].push(took);
    }
    const [first, second] = [trimmed(times[0]), trimmed(times[1])];
    const [mean, otherMean] = [moments(first).mean, moments(second).mean];
    return Math.abs(mean - otherMean) < FAINT * mean ? 1 : welch(first, second);
  }
});

function trimmed(times: number[]): number[] {
  return times.sort((a, b) => a - b).slice(0, Math.floor(times.length * KEPT));
}

/** Welch's unequal variances t-test, two-sided. */
function welch(a: readonly number[], b: readonly number[]): number {
  const [one, other] = [moments(a), moments(b)];
  const [va, vb] = [one.variance / a.length, other.variance / b.length];
  const t = (one.mean - other.mean) / Math.sqrt(va + vb);
  const degrees = (va + vb) ** 2 / (va ** 2 / (a.length - 1) + vb ** 2 / (b.length - 1));
  return tTwoSided(t, degrees);
}

function moments(values: readonly number[]) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return { mean, variance };
}
