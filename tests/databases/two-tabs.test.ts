import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openLink } from '#app/answering/open-link.server.ts';
import { fillIn, LONG_SURVEY, planOf } from '#tests/chaos/long-survey.ts';
import { ask } from '#tests/support/answering.ts';
import { hearSet } from '#tests/support/asked-set.ts';
import type { Desk } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { HotVisitor, type Shown } from '#tests/support/hot-visitor.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';
import { hiddenFields } from '#tests/support/respond.ts';

const TOLD = 'Answers from another tab or device came in too';

describe.each(ENGINES)('one person, many presses, on %s', (engine) => {
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

  async function goOn(visitor: HotVisitor, path: string, page: Shown, pages: number, plan = planOf(1)) {
    let next = page;
    for (let turned = 0; turned < pages; turned += 1)
      next = await visitor.post(path, fillIn(next.text, plan));
    return next;
  }

  async function responsesOf(path: string) {
    const opened = await openLink(desk.house.db, path.slice(3), desk.house.clock.now());
    if (opened.kind === 'unknown') throw new Error('no such link');
    return desk.house.db
      .selectFrom('response as r')
      .innerJoin('answer as a', (on) =>
        on.onRef('a.workspace_id', '=', 'r.workspace_id').onRef('a.response_id', '=', 'r.id'),
      )
      .select(['r.id', 'r.submit_id', 'a.question_key', 'a.score', 'a.verbatim'])
      .where('r.workspace_id', '=', desk.workspace.id)
      .where('a.persona_id', '=', 'buyer')
      .where('r.invitation_id', '=', opened.door.invitationId)
      .execute();
  }

  const only = async (path: string, key: string) =>
    (await responsesOf(path)).filter(({ question_key }) => question_key === key);

  test('the last press sent six times at once, and once more later, is one response', async () => {
    const path = await link();
    const visitor = new HotVisitor(desk.house);
    const review = await goOn(visitor, path, await visitor.get(path), 3);
    const form = fillIn(review.text, {});
    const all = await Promise.all(Array.from({ length: 6 }, () => visitor.post(path, form)));
    all.push(await visitor.post(path, form));
    expect(all.map(({ status }) => status)).toEqual(Array(7).fill(303));
    expect(new Set((await responsesOf(path)).map(({ id }) => id)).size).toBe(1);
    expect(await responsesOf(path)).toHaveLength(8);
  });

  test('back in the browser and another press: what was received stands, and that is said', async () => {
    const path = await link();
    const visitor = new HotVisitor(desk.house);
    const review = await goOn(visitor, path, await visitor.get(path), 3);
    expect((await goOn(visitor, path, review, 1)).status).toBe(303);
    const again = await visitor.post(path, { ...fillIn(review.text, {}), q1: '0', submit_id: 'another' });
    expect(again.status).toBe(409);
    expect(again.text).toContain('We have your answers already.');
    expect(await only(path, 'q1')).toMatchObject([{ score: 1 }]);
  });

  test('a page sent again, as a reload of its answer does, turns to the same page and keeps the same', async () => {
    const path = await link();
    const visitor = new HotVisitor(desk.house);
    const first = await visitor.get(path);
    const form = fillIn(first.text, planOf(1));
    const [once, twice] = [await visitor.post(path, form), await visitor.post(path, form)];
    expect(twice.status).toBe(once.status);
    const answers = (page: Shown) =>
      Object.entries(hiddenFields(page.text)).filter(([name]) => /^q|page/.test(name));
    expect(answers(twice)).toEqual(answers(once));
    expect((await goOn(visitor, path, twice, 3)).status).toBe(303);
    expect(await responsesOf(path)).toHaveLength(8);
  });

  test('two tabs: the last one to write a question decides it, and the one that knew less is told', async () => {
    const path = await link();
    const visitor = new HotVisitor(desk.house);
    const [one, two] = [await visitor.get(path), await visitor.get(path)];
    const later = await visitor.post(path, fillIn(one.text, { ...planOf(1), q3: ['from the first tab'] }));
    const told = await visitor.post(path, fillIn(two.text, { ...planOf(1), q3: ['from the second tab'] }));
    expect(later.text).not.toContain(TOLD);
    expect(told.text).toContain(TOLD);
    expect((await goOn(visitor, path, told, 3)).status).toBe(303);
    expect(await only(path, 'q3')).toMatchObject([{ verbatim: 'from the second tab' }]);
  });

  test('a save by itself from the tab that knows less is refused, so that it can say so', async () => {
    const path = await link();
    const visitor = new HotVisitor(desk.house);
    const [one, two] = [await visitor.get(path), await visitor.get(path)];
    const kept = await visitor.post(path, { ...fillIn(one.text, { q3: ['newer'] }), go: 'keep' });
    expect([kept.status, kept.headers['x-revision']]).toEqual([204, '1']);
    const stale = await visitor.post(path, { ...fillIn(two.text, { q3: ['older'] }), go: 'keep' });
    expect([stale.status, stale.headers['x-revision']]).toEqual([409, '1']);
    expect((await visitor.get(path)).text).toContain('value="newer"');
  });

  test('a review that shows older answers than those kept is shown again, told, and only then sent', async () => {
    const path = await link();
    const visitor = new HotVisitor(desk.house);
    const older = await goOn(visitor, path, await visitor.get(path), 3);
    const tab = await visitor.post(path, { ...hiddenFields(older.text), moved: '1', go: 'to-0' });
    await visitor.post(path, fillIn(tab.text, { ...planOf(1), q3: ['thought better of it'] }));
    const told = await visitor.post(path, fillIn(older.text, {}));
    expect(told.status).toBe(200);
    expect(told.text).toContain(TOLD);
    expect(told.text).toContain('thought better of it');
    expect(await responsesOf(path)).toEqual([]);
    expect((await visitor.post(path, fillIn(told.text, {}))).status).toBe(303);
    expect(await only(path, 'q3')).toMatchObject([{ verbatim: 'thought better of it' }]);
  });
});
