import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DAY } from '#app/platform/clock.ts';
import { choosePeople } from '#app/programme/choose-people.server.ts';
import { type Choice, chooseRoles } from '#app/programme/pile/choice.ts';
import { pickRoles } from '#app/programme/pile/pick-roles.server.ts';
import { sortPiles } from '#app/programme/sort-piles.server.ts';
import { choosePicked } from '#app/programme/wire/choose-picked.server.ts';
import { answer, ask } from '#tests/support/answering.ts';
import { type Desk, draftWave, openProgramme, seat } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { QUESTION } from '#tests/support/heard.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';

const ALL: Choice = {
  personas: ['buyer', 'end_user'],
  accountId: null,
  unheard: null,
  title: '',
  attributes: [],
  hats: [],
  stale: 'leave_out',
};

describe.each(ENGINES)('whom a send is for, on %s', (engine) => {
  let open: TestHouse;
  let desk: Desk;
  beforeEach(async () => {
    open = await openTestHouse({ engine });
    desk = { house: open.house, ...(await foundTestWorkspace(open.house)) };
  });
  afterEach(() => open.close());

  async function chosen(waveId: string, choice: Partial<Choice>): Promise<string[]> {
    const sorted = await sortPiles(open.house, desk.workspace, { waveId });
    if (sorted.kind === 'unknown') throw new Error('no such wave');
    const picked = await pickRoles(open.house.db, desk.workspace, choice.attributes ?? []);
    const roles = chooseRoles(sorted.piles, { ...ALL, ...choice }, picked, open.clock.now());
    return roles.map(({ personName, personaId }) => `${personName}, ${personaId}`).sort();
  }

  test('those whose role was never heard, or not for long, and those whose title has a word', async () => {
    const { waveId } = await draftWave(desk, ['buyer', 'end_user']);
    const people = [
      { name: 'Dana Ruiz', personaIds: ['buyer'], title: 'Head of Procurement' },
      { name: 'Bo Lind', personaIds: ['buyer'], title: 'Controller' },
      { name: 'Mei Chen', personaIds: ['end_user'], title: 'Analyst, procurement' },
    ];
    const tokens = [];
    for (const person of people) tokens.push(await ask(desk, waveId, person));
    await answer(open.house, tokens[0]!, { [QUESTION]: '9' });
    open.clock.advance(100 * DAY);
    await answer(open.house, tokens[2]!, { [QUESTION]: '4' });
    open.clock.advance(31 * DAY);
    const { waveId: next } = await draftWave(desk, ['buyer', 'end_user']);
    expect(await chosen(next, {})).toEqual(['Bo Lind, buyer', 'Dana Ruiz, buyer', 'Mei Chen, end_user']);
    expect(await chosen(next, { unheard: 'never' })).toEqual(['Bo Lind, buyer']);
    expect(await chosen(next, { unheard: 90 })).toEqual(['Bo Lind, buyer', 'Dana Ruiz, buyer']);
    expect(await chosen(next, { unheard: 30 })).toHaveLength(3);
    expect(await chosen(next, { title: 'procurement' })).toEqual(['Dana Ruiz, buyer', 'Mei Chen, end_user']);
    expect(await chosen(next, { title: 'procurement', unheard: 90 })).toEqual(['Dana Ruiz, buyer']);
  });

  test('a hat that was chosen is worn only by somebody whom the rest of the choice leaves', async () => {
    const { waveId } = await draftWave(desk, ['buyer', 'end_user']);
    const [buyer] = await seat(desk, { name: 'Dana Ruiz', personaIds: ['buyer', 'end_user'] });
    const choose = async (choice: Partial<Choice>) => {
      const found = await choosePeople(open.house, desk.workspace, waveId, () => ({ ...ALL, ...choice }));
      if (found.kind !== 'chosen') throw new Error(found.kind);
      return { chosen: found.chosen.map(({ roleId }) => roleId), strange: found.strange };
    };
    expect(await choose({ hats: [buyer!] })).toEqual({ chosen: [buyer], strange: [] });
    expect(await choose({ hats: [buyer!], title: 'Analyst' })).toEqual({ chosen: [], strange: [] });
    expect(await choose({ hats: ['nobodys'] })).toEqual({ chosen: [], strange: ['nobodys'] });
  });

  test('stale roles and their hats are left out, or asked about first', async () => {
    const { waveId } = await draftWave(desk, ['buyer', 'end_user']);
    const [hat] = await seat(desk, { name: 'Bo Lind', personaIds: ['buyer', 'end_user'] });
    await seat(desk, { name: 'Dana Ruiz', personaIds: ['buyer'] });
    open.clock.advance(400 * DAY);
    expect(await chosen(waveId, {})).toEqual([]);
    expect(await chosen(waveId, { stale: 'ask_first' })).toEqual(['Dana Ruiz, buyer']);
    const worn = { hats: [hat!] };
    expect(await chosen(waveId, { ...worn, stale: 'ask_first' })).toEqual([
      'Bo Lind, buyer',
      'Dana Ruiz, buyer',
    ]);
    const strange = async (stale: Choice['stale']) => {
      const found = await choosePeople(open.house, desk.workspace, waveId, () => ({
        ...ALL,
        ...worn,
        stale,
      }));
      return found.kind === 'chosen' && found.strange;
    };
    expect([await strange('ask_first'), await strange('leave_out')]).toEqual([[], [hat]]);
    const pick = { title: '' };
    const picked = await choosePicked(open.house, desk.workspace, { waveId, pick, stale: 'ask_first' });
    expect(picked).toMatchObject({ chosen: [{ personName: 'Dana Ruiz' }] });
  });

  test('what was said in confidence says of nobody that they were heard', async () => {
    const secret = await openProgramme(desk, 'In confidence', 'confidential');
    const { waveId } = await draftWave(desk, ['buyer'], secret);
    const token = await ask(desk, waveId, { name: 'Dana Ruiz', personaIds: ['buyer'] });
    await answer(open.house, token, { [QUESTION]: '9' });
    open.clock.advance(60 * DAY);
    const { waveId: next } = await draftWave(desk, ['buyer']);
    expect(await chosen(next, { unheard: 'never' })).toEqual(['Dana Ruiz, buyer']);
  });
});
