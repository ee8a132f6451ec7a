import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openLink } from '#app/answering/open-link.server.ts';
import { fillIn, LONG_SURVEY } from '#tests/chaos/long-survey.ts';
import { ask } from '#tests/support/answering.ts';
import { hearSet } from '#tests/support/asked-set.ts';
import type { Desk } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { HotVisitor } from '#tests/support/hot-visitor.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { hiddenFields } from '#tests/support/respond.ts';

/** What only the first device may ever show: no page holds any of it by chance. */
const FIRST = {
  ...{ q1: ['7'], q2: ['4'], q3: ['a canary in words'] },
  ...{ q4: ['o2'], q5: ['o1', 'o3'], q6: ['987654'] },
  ...{ q7: ['6'], q8: ['another canary'] },
};
const SECRETS = /canary|987654|" checked/;

describe.each(ENGINES)('a link on two devices, on %s', (engine) => {
  let testHouse: TestHouse;
  let desk: Desk;
  let waveId: string;
  let asked = 0;
  beforeAll(async () => {
    testHouse = await openTestHouse({ engine });
    desk = { house: testHouse.house, ...(await foundTestWorkspace(testHouse.house)) };
    ({ waveId } = await hearSet(desk, LONG_SURVEY, { buyer: [] }));
  });
  afterAll(() => testHouse.close());

  async function link(): Promise<string> {
    asked += 1;
    const account = `Account ${asked}`;
    return `/r/${await ask(desk, waveId, { name: `Dana Number${asked}`, account, personaIds: ['buyer'] })}`;
  }

  const device = () => new HotVisitor(desk.house);

  /** So many pages filled in and sent on. */
  async function goOn(visitor: HotVisitor, path: string, pages: number, plan = FIRST) {
    let page = await visitor.get(path);
    for (let turned = 0; turned < pages; turned += 1)
      page = await visitor.post(path, fillIn(page.text, plan));
    return page;
  }

  const keptOf = async (path: string) => {
    const opened = await openLink(desk.house.db, path.slice(3), desk.house.clock.now());
    return opened.kind === 'open' ? Object.fromEntries(opened.begun?.given ?? []) : opened.kind;
  };

  async function answersOf(path: string): Promise<Record<string, unknown>> {
    const opened = await openLink(desk.house.db, path.slice(3), desk.house.clock.now());
    if (opened.kind === 'unknown') throw new Error('no such link');
    const rows = await desk.house.db
      .selectFrom('answer as a')
      .innerJoin('response as r', (on) =>
        on.onRef('r.workspace_id', '=', 'a.workspace_id').onRef('r.id', '=', 'a.response_id'),
      )
      .select(['a.question_key', 'a.score', 'a.choices', 'a.verbatim'])
      .where('a.workspace_id', '=', desk.workspace.id)
      .where('a.persona_id', '=', 'buyer')
      .where('r.invitation_id', '=', opened.door.invitationId)
      .execute();
    return Object.fromEntries(
      rows.map(({ question_key, ...value }) => [
        question_key,
        Object.values(value).find((one) => one !== null),
      ]),
    );
  }

  test('the second goes on where the first left off, and sees nothing of what it wrote', async () => {
    const path = await link();
    await goOn(device(), path, 2);
    const second = device();
    const page = await second.get(path);
    expect(page.text).toContain('name="q7"');
    expect(page.text).not.toMatch(SECRETS);
    expect(Object.keys(hiddenFields(page.text)).filter((name) => name.startsWith('q'))).toEqual([]);
    const review = await second.post(path, fillIn(page.text, FIRST));
    expect(review.text).toContain('Answered on another device');
    expect(review.text).not.toMatch(/canary in words|987654/);
  });

  test('what the first wrote is sent by the second, whole', async () => {
    const path = await link();
    await goOn(device(), path, 2);
    const second = device();
    const last = await second.get(path);
    const review = await second.post(path, fillIn(last.text, FIRST));
    const sent = await second.post(path, fillIn(review.text, FIRST));
    expect(sent.status).toBe(303);
    expect(await answersOf(path)).toEqual({
      ...{ q1: 7, q2: 4, q3: 'a canary in words', q4: '["o2"]', q5: '["o1","o3"]' },
      ...{ q6: '["987654"]', q7: 6, q8: 'another canary' },
    });
  });

  test('going back on the second shows no value of the first', async () => {
    const path = await link();
    await goOn(device(), path, 2);
    const second = device();
    let page = await second.get(path);
    for (let back = 0; back < 2; back += 1) {
      // As a browser does, which sends the fields that stand blank along.
      const blank = ['q3', 'q6', 'q8'].filter((key) => page.text.includes(`id="${key}" name="${key}"`));
      const form = { ...hiddenFields(page.text), ...Object.fromEntries(blank.map((key) => [key, ''])) };
      page = await second.post(path, { ...form, moved: '1', go: 'back' });
      expect(page.status).toBe(200);
      expect(page.text).not.toMatch(SECRETS);
    }
    expect(page.text).toContain('name="q1"');
    expect(await keptOf(path)).toMatchObject({ q1: ['7'], q3: ['a canary in words'], q6: ['987654'] });
  });

  test('the first device sees its own again, until another one has written', async () => {
    const path = await link();
    const first = device();
    await goOn(first, path, 2);
    const own = await first.get(path);
    expect(hiddenFields(own.text)).toMatchObject({ q1: ['7'], q3: ['a canary in words'], q6: ['987654'] });
    const second = device();
    const theirs = await second.get(path);
    await second.post(path, fillIn(theirs.text, { q7: ['2'], q8: ['of the second'] }));
    for (const reader of [first, second, device()]) {
      const page = await reader.get(path);
      expect(page.text).not.toMatch(/canary|987654|of the second/);
    }
  });

  test('two devices that press at the same moment see nothing of each other', async () => {
    const path = await link();
    const pair = [device(), device()];
    const plans = [FIRST, { ...FIRST, q3: ['the other one'], q1: ['2'] }];
    const opened = await Promise.all(pair.map((one) => one.get(path)));
    const turned = await Promise.all(
      pair.map((one, at) => one.post(path, fillIn(opened[at]!.text, plans[at]!))),
    );
    expect(hiddenFields(turned[0]!.text).q3).toEqual(['a canary in words']);
    expect(hiddenFields(turned[1]!.text).q3).toEqual(['the other one']);
    for (const reader of [...pair, device()])
      expect((await reader.get(path)).text).not.toMatch(/canary|the other one/);
  });

  test('a browser that keeps no cookies goes on by what its page carries, and sees nothing on opening anew', async () => {
    const path = await link();
    const bare = new HotVisitor(desk.house, { keepsCookies: false });
    const review = await goOn(bare, path, 3);
    expect(hiddenFields(review.text)).toMatchObject({ q1: ['7'], q8: ['another canary'] });
    expect((await bare.get(path)).text).not.toMatch(/canary|987654/);
    expect((await bare.post(path, fillIn(review.text, FIRST))).status).toBe(303);
  });
});
