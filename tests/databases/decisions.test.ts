import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { letterFrom } from '#app/followup/decision/decision.ts';
import { listDecisions } from '#app/followup/decision/list-decisions.server.ts';
import { makeDecision } from '#app/followup/decision/make-decision.server.ts';
import { anotherDesk, type Desk, draftWave } from '#tests/support/asking.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { openOne } from '#tests/support/following.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';

describe.each(ENGINES)('decisions on %s', (engine) => {
  let open: TestHouse;
  let desk: Desk;
  beforeEach(async () => {
    open = await openTestHouse({ engine });
    desk = { house: open.house, ...(await foundTestWorkspace(open.house)) };
  });
  afterEach(() => open.close());

  const decide = (programmeId: string, more: Partial<Parameters<typeof makeDecision>[2]> = {}) =>
    makeDecision(open.house, desk.workspace, {
      ...{ programmeId, verdict: 'do', what: 'One page for the price', because: '' },
      ...{ personaIds: ['buyer'], followUpIds: [], actor: desk.memberId, ...more },
    });

  test('names its personas, groups their follow-ups, and begins the letter of each', async () => {
    const { programmeId } = await draftWave(desk, ['buyer', 'end_user']);
    const one = await openOne(desk, programmeId);
    const both = ['buyer', 'end_user'];
    expect(await decide(programmeId, { personaIds: both, followUpIds: [one, one] })).toMatchObject({
      kind: 'made',
    });
    open.clock.advance(1000);
    const no = { verdict: 'no', what: 'Monthly terms', because: 'They cost you more.' } as const;
    expect(await decide(programmeId, no)).toMatchObject({ kind: 'made' });
    const buyers = await listDecisions(open.house.db, desk.workspace, { programmeId, personaId: 'buyer' });
    expect(buyers.map(({ what, followUps }) => [what, followUps.map(({ id }) => id)])).toEqual([
      ['Monthly terms', []],
      ['One page for the price', [one]],
    ]);
    expect(letterFrom(buyers)).toEqual({
      willDo: '- One page for the price.',
      willNot: '- Monthly terms. They cost you more.',
    });
    const users = await listDecisions(open.house.db, desk.workspace, { programmeId, personaId: 'end_user' });
    expect(users.map(({ what }) => what)).toEqual(['One page for the price']);
  });

  test('a no needs its reason, a decision its persona, and a follow-up one that is named', async () => {
    const { programmeId } = await draftWave(desk, ['buyer', 'end_user']);
    await expect(decide(programmeId, { verdict: 'no' })).rejects.toThrow('why not');
    await expect(decide(programmeId, { personaIds: [] })).rejects.toThrow('Name whom it answers');
    const ofUsers = await openOne(desk, programmeId, { personaId: 'end_user' });
    expect(await decide(programmeId, { followUpIds: [ofUsers] })).toEqual({
      kind: 'not_theirs',
      followUpIds: [ofUsers],
    });
    expect(await decide(programmeId, { personaIds: ['nobody'] })).toEqual({
      kind: 'unknown',
      what: 'persona',
    });
    expect(await listDecisions(open.house.db, desk.workspace, { programmeId })).toEqual([]);
  });

  test('it is never changed, and another workspace neither makes nor sees it', async () => {
    const { programmeId } = await draftWave(desk, ['buyer']);
    await decide(programmeId);
    const change = open.house.db.updateTable('decision').set({ what: 'Something else' } as never);
    await expect(change.execute()).rejects.toThrow('FROZEN');
    const others = open.house.db.updateTable('decision_persona').set({ persona_id: 'end_user' });
    await expect(others.execute()).rejects.toThrow('FROZEN');
    const other = await anotherDesk(open.house, 'Harbour Freight');
    const theirs = makeDecision(open.house, other.workspace, {
      ...{ programmeId, verdict: 'do', what: 'Ours', because: '', personaIds: ['buyer'] },
      ...{ followUpIds: [], actor: other.memberId },
    });
    expect(await theirs).toEqual({ kind: 'unknown', what: 'programme' });
    expect(await listDecisions(open.house.db, other.workspace, { programmeId })).toEqual([]);
  });
});
