import type { CompiledQuery, Dialect } from 'kysely';
import { expect, test } from 'vitest';
import { listSilentRenewing } from '#app/committee/renewing.store.server.ts';
import { countInVain, listInVainOf } from '#app/committee/silence.store.server.ts';
import { queueMessages } from '#app/delivery/queue-messages.server.ts';
import { sendDueMessages } from '#app/delivery/send-due-messages.server.ts';
import { countLaneWork } from '#app/followup/queue/queue.store.server.ts';
import { DAY } from '#app/platform/clock.ts';
import { lockHandle } from '#app/platform/only-handle.ts';
import { mintWorkspace } from '#app/platform/workspace.ts';
import { sendWave } from '#app/programme/send-wave.server.ts';
import { sortPiles } from '#app/programme/sort-piles.server.ts';
import { listAccountsHeard } from '#app/results/account.store.server.ts';
import { countFates } from '#app/results/frame/aside.store.server.ts';
import { listAsked, listFates } from '#app/results/frame/asked.store.server.ts';
import {
  listAskedAt,
  listNotSilent,
  listRenewing,
  listUndated,
} from '#app/results/frame/silent.store.server.ts';
import { connect } from '#db/connection.ts';
import { type Desk, draftWave, seat } from '#tests/support/asking.ts';
import { migratedDatabase } from '#tests/support/databases.ts';
import { foundTestWorkspace, openTestHouse, START } from '#tests/support/house.ts';

/** Hold a handful of rows in a workspace, however many people it has. */
const SMALL = new Set(['persona', 'wave', 'programme', 'wave_lane', 'asking_rules', 'member']);

/** Grow with every mail there is, and are looked at over and over while mail goes out. */
const GROWING = new Set(['outbound_message', 'm', 'mail_pace']);

interface Step {
  id: number;
  parent: number;
  detail: string;
}

/** Looks through all that a workspace has: of what is large, and those made again for each row of another look. */
function wholeLooks(steps: readonly Step[]): string[] {
  const inner = (step: Step): boolean => {
    const before = steps.filter(({ parent, id }) => parent === step.parent && id < step.id);
    if (before.some(({ detail }) => /^(SEARCH|SCAN) /.test(detail))) return true;
    const above = steps.find(({ id }) => id === step.parent);
    return above !== undefined && (/^CORRELATED/.test(above.detail) || inner(above));
  };
  return steps
    .filter(({ detail }) => /^SCAN (?!CONSTANT)|^SEARCH .*\(workspace_id=\?\)$/.test(detail))
    .filter((step) => GROWING.has(step.detail.split(' ')[1]!) || inner(step))
    .map(({ detail }) => detail);
}

function recording(dialect: Dialect, heard: CompiledQuery[]): Dialect {
  return {
    createAdapter: () => dialect.createAdapter(),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createDriver: () => dialect.createDriver(),
    createQueryCompiler: () => {
      const plain = dialect.createQueryCompiler();
      return {
        compileQuery: (node, queryId) => {
          const compiled = plain.compileQuery(node, queryId);
          heard.push(compiled);
          return compiled;
        },
      };
    },
  };
}

/** A database that notes what it is asked, and how it would look for it. */
async function openPlans() {
  const database = await migratedDatabase('sqlite');
  const heard: CompiledQuery[] = [];
  const plain = connect(database.url, [], (dialect) => recording(dialect, heard));
  const executor = plain.db.getExecutor();
  const again = <R>(query: CompiledQuery<R>, parameters: readonly unknown[]) => {
    const filled = { ...query, parameters };
    heard.push(filled);
    return filled;
  };
  const planOf = async ({ sql, parameters }: CompiledQuery): Promise<Step[]> => {
    const explained = { ...heard[0]!, sql: `explain query plan ${sql}`, parameters };
    return (await executor.executeQuery<Step>(explained as CompiledQuery<Step>)).rows;
  };
  return {
    database,
    heard,
    planOf,
    db: lockHandle(plain.db, again, { atOnce: 1, onDisk: async () => {} }),
    close: plain.close,
  };
}

test('the check itself finds a look at a whole table for each row of another', () => {
  const plan = [
    { id: 1, parent: 0, detail: 'SEARCH role USING INDEX role_by_persona (workspace_id=? AND persona_id=?)' },
    { id: 2, parent: 0, detail: 'CORRELATED SCALAR SUBQUERY 1' },
    { id: 3, parent: 2, detail: 'SEARCH i USING INDEX invitation_by_person (workspace_id=?)' },
  ];
  expect(wholeLooks(plan)).toEqual([plan[2]!.detail]);
  expect(wholeLooks(plan.slice(0, 2))).toEqual([]);
});

test('sorting, sending and reminding look at no whole table for each person', async () => {
  const { database, heard, planOf, db, close } = await openPlans();
  const open = await openTestHouse({ database });
  const house = { ...open.house, db, reading: db };
  const desk: Desk = { house: open.house, ...(await foundTestWorkspace(open.house)) };
  const { workspace, memberId: actor } = desk;
  const { waveId } = await draftWave(desk, ['buyer']);
  const roleIds = await seat(desk, { name: 'Dana Ruiz', personaIds: ['buyer'] });
  await sortPiles(house, workspace, { waveId });
  await sendWave(house, workspace, { waveId, roleIds, actor }, queueMessages(house));
  await sendDueMessages(house);
  open.clock.advance(30 * DAY);
  await sendDueMessages(house);
  const found = [];
  for (const query of new Map(heard.map((one) => [one.sql, one])).values()) {
    const { sql } = query;
    if (!/^(select|update|delete|with|insert)/.test(sql)) continue;
    for (const look of wholeLooks(await planOf(query)))
      if (!SMALL.has(look.split(' ')[1]!)) found.push({ look, sql });
  }
  expect(heard.length).toBeGreaterThan(20);
  expect(found).toEqual([]);
  await close();
  await open.close();
});

test('the work of a wave is counted from its own follow-ups, however many there are of others', async () => {
  const { database, heard, planOf, db, close } = await openPlans();
  const open = await openTestHouse({ database });
  await countLaneWork(db, mintWorkspace('a workspace'), { waveId: 'a wave', now: Date.parse(START) });
  expect((await planOf(heard.at(-1)!)).map(({ detail }) => detail)).toEqual([
    'SEARCH follow_up USING INDEX follow_up_by_lane (workspace_id=? AND wave_id=?)',
  ]);
  await close();
  await open.close();
});

test('who is silent and which accounts were heard is found from one account on, or from who is asked about', async () => {
  const { database, heard, planOf, db, close } = await openPlans();
  const open = await openTestHouse({ database });
  const workspace = mintWorkspace('a workspace');
  const renewing = {
    fromDay: '2026-11-01',
    toDay: '2027-02-01',
    personaIds: ['buyer'],
    from: 0,
    limit: 9,
    quietWaveIds: [],
  };
  const indexes = async (look: Promise<unknown>, table: string) => {
    await look;
    const searches = (await planOf(heard.at(-1)!)).filter(({ detail }) =>
      detail.startsWith(`SEARCH ${table} `),
    );
    return searches.map(({ detail }) => detail.replace(/ LEFT-JOIN$/, ''));
  };
  const invited = 'SEARCH i USING INDEX sqlite_autoindex_invitation_2';
  const seats = () => listSilentRenewing(db, workspace, renewing);
  expect(await indexes(seats(), 'a')).toEqual([
    'SEARCH a USING INDEX account_by_renewal_and_name (workspace_id=? AND renewal_on>? AND renewal_on<?)',
  ]);
  expect(await indexes(seats(), 'i')).toEqual([
    'SEARCH i USING INDEX invitation_by_person (workspace_id=? AND person_id=?)',
  ]);
  const inVain = () => listInVainOf(db, workspace, ['one', 'other']);
  expect(await indexes(inVain(), 'i')).toEqual([
    'SEARCH i USING INDEX invitation_by_person (workspace_id=? AND person_id=?)',
  ]);
  expect(await indexes(inVain(), 'other')).toEqual([
    'SEARCH other USING INDEX response_by_account (workspace_id=? AND account_id=? AND wave_id=?)',
  ]);
  const many = () => listAccountsHeard(db, workspace, { waveId: 'a wave', heard: 1_000_000, limit: 9 });
  expect(await indexes(many(), 'role')).toEqual([
    'SEARCH role USING INDEX role_by_account (workspace_id=? AND account_id=?)',
  ]);
  expect(await indexes(many(), 'i')).toEqual([
    `${invited} (workspace_id=? AND wave_id=? AND role_assignment_id=?)`,
  ]);
  const inWave = { waveId: 'a wave', accountIds: ['an account'] };
  expect((await indexes(countInVain(db, workspace, inWave.waveId), 'i'))[0]).toContain('wave_id=?');
  await close();
  await open.close();
});

test('who kept silent is counted from those who did not, and listed account by account', async () => {
  const { database, heard, planOf, db, close } = await openPlans();
  const open = await openTestHouse({ database });
  const workspace = mintWorkspace('a workspace');
  const lane = { waveId: 'a wave', personaId: 'buyer' };
  const plans = async (look: () => Promise<unknown>) => {
    const from = heard.length;
    await look();
    const all = [];
    for (const query of heard.slice(from)) all.push((await planOf(query)).map(({ detail }) => detail));
    return all;
  };
  const [takenBack, held, lost] = await plans(() => countFates(db, workspace, lane, null));
  expect(takenBack![0]).toMatch(/^SEARCH i USING (COVERING )?INDEX invitation_taken_back /);
  expect(held!.join()).toMatch(/SEARCH h USING INDEX held_by_lane /);
  expect(lost!.join()).toMatch(/SEARCH m USING (COVERING )?INDEX message_never_arrived /);
  const asked = await plans(async () => [
    await listAsked(db, workspace, lane),
    await listFates(db, workspace, lane),
  ]);
  expect(asked.map(([first]) => first)).toEqual([
    expect.stringMatching(/^SEARCH i USING (COVERING )?INDEX invitation_by_lane /),
    expect.stringMatching(/^SEARCH m USING (COVERING )?INDEX message_never_arrived /),
    expect.stringMatching(/^SEARCH h USING INDEX held_by_lane /),
  ]);
  const all = [takenBack!, held!, lost!, ...asked].flat();
  expect(all.filter((detail) => /^SCAN |\(workspace_id=\?\)/.test(detail))).toEqual([]);
  const after = { id: 'a', name: 'A', nameKey: 'a', renewalOn: '2027-01-01' };
  const [renewing] = await plans(() => listRenewing(db, workspace, { after, limit: 32 }));
  expect(renewing).toEqual([
    'SEARCH account USING INDEX account_by_renewal_and_name (workspace_id=? AND renewal_on>?)',
  ]);
  const [undated] = await plans(() => listUndated(db, workspace, { after, limit: 32 }));
  expect(undated).toEqual([expect.stringMatching(/^SEARCH account USING INDEX account_by_name /)]);
  const [roles] = await plans(() => listAskedAt(db, workspace, { ...lane, accountIds: ['a', 'b'] }));
  expect(roles).toEqual([
    'SEARCH role_assignment USING INDEX role_by_account (workspace_id=? AND account_id=? AND persona_id=?)',
  ]);
  const notSilent = await plans(() => listNotSilent(db, workspace, ['a', 'b']));
  expect(notSilent).toEqual([
    [expect.stringMatching(/^SEARCH response USING (COVERING )?INDEX sqlite_autoindex_response_2 /)],
    [expect.stringMatching(/^SEARCH held_response USING INDEX held_by_invitation /)],
    [expect.stringMatching(/^SEARCH outbound_message USING (COVERING )?INDEX /)],
  ]);
  await close();
  await open.close();
});
