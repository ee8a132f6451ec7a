import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { HOUR, MINUTE } from '#app/platform/clock.ts';
import { once } from '#app/platform/http/idempotency.server.ts';
import type { Answer } from '#app/platform/http/problem.server.ts';
import type { Problem } from '#app/platform/wire/problem.ts';
import { anotherDesk, type Desk } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { openTestHouse, type TestHouse } from '#tests/support/house.ts';

describe.each(ENGINES)('an Idempotency-Key on %s', (engine) => {
  let open: TestHouse;
  let desk: Desk;
  let done: number;
  beforeAll(async () => {
    open = await openTestHouse({ engine });
  });
  afterAll(() => open.close());
  beforeEach(async () => {
    desk = await anotherDesk(open.house, 'Northwind Metrics');
    done = 0;
  });

  const work = async (): Promise<Answer> => {
    done += 1;
    return { status: 201, body: { done } };
  };
  const send = async (
    key: string | null,
    text = '{"a":1}',
    given = work,
    path = '/api/v1/people',
    by = desk,
  ) => {
    const headers = new Headers(key === null ? [] : [['idempotency-key', key]]);
    const request = new Request(new URL(path, 'http://localhost'), { method: 'POST', headers });
    const answer = await once(
      open.house,
      by.workspace,
      request,
      { value: JSON.parse(text), text },
      given,
    ).catch((fault: unknown) => {
      if (fault instanceof Response) return fault;
      throw fault;
    });
    const body = (await answer.json()) as { done?: number } & Partial<Problem>;
    return { status: answer.status, body, replayed: answer.headers.get('idempotent-replayed') };
  };

  test('the same request again gets the same answer, and is done once', async () => {
    const first = await send('k1');
    const again = await send('k1');
    expect(first).toEqual({ status: 201, body: { done: 1 }, replayed: null });
    expect(again).toEqual({ status: 201, body: { done: 1 }, replayed: 'true' });
    expect(done).toBe(1);
  });

  test('without a key each request is done', async () => {
    await send(null);
    await send(null);
    expect(done).toBe(2);
  });

  test('the same key with another body, or at another address, is a mistake that is told', async () => {
    await send('k1');
    for (const other of [await send('k1', '{"a":2}'), await send('k1', '{"a":1}', work, '/api/v1/accounts')])
      expect([other.status, other.body.code]).toEqual([422, 'IDEMPOTENCY_MISMATCH']);
    expect(done).toBe(1);
  });

  test('a refusal is an answer too, and is given again', async () => {
    const refuse = async (): Promise<Answer> => {
      done += 1;
      return { status: 422, body: { code: 'INVALID' } };
    };
    await send('k1', '{}', refuse);
    const again = await send('k1', '{}', refuse);
    expect([again.status, again.replayed, done]).toEqual([422, 'true', 1]);
  });

  test('while the first runs, the second waits its turn', async () => {
    let finish = (_: Answer) => {};
    const slow = new Promise<Answer>((resolve) => {
      finish = resolve;
    });
    let begun = () => {};
    const begins = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const first = send('k1', '{}', () => {
      begun();
      return slow;
    });
    await begins;
    const second = await send('k1', '{}');
    expect([second.status, second.body.code]).toEqual([409, 'IDEMPOTENCY_IN_PROGRESS']);
    open.clock.advance(6 * MINUTE);
    const cutOff = await send('k1', '{}');
    expect([cutOff.status, cutOff.body.code]).toEqual([409, 'IDEMPOTENCY_IN_DOUBT']);
    finish({ status: 200, body: { done: 7 } });
    expect((await first).body).toEqual({ done: 7 });
    expect(await send('k1', '{}')).toMatchObject({ status: 200, body: { done: 7 }, replayed: 'true' });
    expect(done).toBe(0);
  });

  test('of many at the same moment one is done', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => send('k1')));
    expect(done).toBe(1);
    for (const { status } of answers) expect([201, 409]).toContain(status);
  });

  test('a fault lets the key go, so that the same request may be tried again', async () => {
    const fail = async (): Promise<Answer> => {
      throw new Error('the disk is full');
    };
    await expect(send('k1', '{}', fail)).rejects.toThrow('the disk is full');
    expect(await send('k1', '{}')).toMatchObject({ status: 201, replayed: null });
  });

  test('another workspace has keys of its own', async () => {
    await send('k1');
    const other = await anotherDesk(open.house, 'Harbour Freight');
    expect((await send('k1', '{"a":1}', work, '/api/v1/people', other)).replayed).toBeNull();
    expect(done).toBe(2);
  });

  test('an answer is kept for a day and more, and forgotten after two', async () => {
    await send('k1');
    open.clock.advance(25 * HOUR);
    expect((await send('k1')).replayed).toBe('true');
    open.clock.advance(24 * HOUR);
    expect((await send('k1')).replayed).toBeNull();
    expect(done).toBe(2);
  });

  test('old keys go for good, young ones stay', async () => {
    const kept = () =>
      open.house.db
        .selectFrom('idempotency_key')
        .select('idempotency_key')
        .where('workspace_id', '=', desk.workspace.id)
        .execute();
    for (let i = 0; i < 20; i += 1) await send(`old ${i}`.replace(' ', '-'), `{"i":${i}}`);
    open.clock.advance(49 * HOUR);
    for (let i = 0; i < 600; i += 1) await send(`young-${i}`, `{"i":${i}}`);
    const keys = (await kept()).map((row) => row.idempotency_key);
    expect(keys).toHaveLength(600);
  });

  test.each(['', 'a b', 'ü', 'x'.repeat(256)])('%j is no key', async (key) => {
    const headers = { get: () => key } as unknown as Headers;
    const request = { method: 'POST', url: 'http://localhost/api/v1/people', headers } as Request;
    const refused = once(open.house, desk.workspace, request, { value: {}, text: '{}' }, work);
    await expect(refused).rejects.toMatchObject({ status: 422 });
    expect(done).toBe(0);
  });
});
