import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bringIn } from '#app/audience/import/bring-in.server.ts';
import { chooseColumns } from '#app/audience/import/choose-columns.server.ts';
import { decideWords, type WordDecision } from '#app/audience/import/decide-words.server.ts';
import { readImport } from '#app/audience/import/read-import.server.ts';
import { receiveFile } from '#app/audience/import/receive-file.server.ts';
import { runImport } from '#app/audience/import/run-import.server.ts';
import { leaveAccount } from '#app/audience/leave-account.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';

const MEANINGS: Record<string, string> = {
  Buyer: 'buyer',
  'Economic Buyer': 'buyer',
  'Decision Maker': 'buyer',
  User: 'end_user',
  'End User': 'end_user',
  'Technical Influencer': 'influencer',
};
const HEADER = 'Name,Email,Company,Role,Job title\n';

describe.each(ENGINES)('a file of people on %s', (engine) => {
  let test: TestHouse;
  let workspace: Workspace;
  let actor: string;

  beforeEach(async () => {
    test = await openTestHouse({ engine });
    const founded = await foundTestWorkspace(test.house);
    workspace = founded.workspace;
    actor = founded.memberId;
  });
  afterEach(() => test.close());

  /** As far as the dry run, every usual word explained and the others left waiting. */
  async function check(bytes: Uint8Array | string, meanings = MEANINGS): Promise<string> {
    const file = { kind: 'people' as const, fileName: 'people.csv', bytes: Buffer.from(bytes), actor };
    const received = await receiveFile(test.house, workspace, file);
    if (received.kind !== 'received') throw new Error(received.message);
    const importId = received.id;
    const { columns } = await page(importId);
    const targets = columns!.columns.map(({ target }) => target);
    expect(await chooseColumns(test.house, workspace, { importId, targets, dateOrders: {} })).toEqual({
      kind: 'checking',
    });
    expect(await runImport(test.house, workspace, importId)).toEqual({ kind: 'finished' });
    const decisions: WordDecision[] = [];
    for (const { word } of (await page(importId)).words) {
      if (meanings[word]) decisions.push({ word, personaId: meanings[word] });
    }
    await decideWords(test.house, workspace, { importId, decisions, actor });
    await runImport(test.house, workspace, importId);
    return importId;
  }

  async function bring(bytes: Uint8Array | string) {
    const importId = await check(bytes);
    expect(await bringIn(test.house, workspace, { importId, actor })).toEqual({ kind: 'queued' });
    expect(await runImport(test.house, workspace, importId)).toEqual({ kind: 'finished' });
    return page(importId);
  }

  async function page(importId: string) {
    const read = await readImport(test.house.db, workspace, { importId, after: 0 });
    if (!read) throw new Error('the import is gone');
    return read;
  }

  /** Everything an import may write, ids left out, in an order of its own. */
  async function state(): Promise<string[]> {
    const { db } = test.house;
    const people = await db
      .selectFrom('person')
      .leftJoin('person_address', 'person_address.person_id', 'person.id')
      .leftJoin('employment', 'employment.person_id', 'person.id')
      .leftJoin('account', 'account.id', 'employment.account_id')
      .leftJoin('role_assignment', 'role_assignment.person_id', 'person.id')
      .select([
        'person.name',
        'person.external_id',
        'email',
        'title',
        'account.name as account',
        'renewal_on',
      ])
      .select(['persona_id', 'confirmed_by', 'employment.ended_at', 'role_assignment.ended_at as role_ended'])
      .execute();
    return people.map((row) => JSON.stringify(row)).sort();
  }

  const counts = ({ run: { report } }: Awaited<ReturnType<typeof page>>) => ({
    newPeople: report.newPeople,
    alreadyHere: report.alreadyHere,
    roleMissing: report.roleMissing,
    waitForWord: report.waitForWord,
    needYou: report.needYou,
  });

  it('from Salesforce maps itself, and comes in with confirmed roles', async () => {
    const done = await bring(readFileSync('tests/reference/people/salesforce-report.csv'));
    expect(counts(done)).toEqual({
      newPeople: 3,
      alreadyHere: 0,
      roleMissing: 1,
      waitForWord: 0,
      needYou: 0,
    });
    expect(done.run.report.newAccounts).toBe(3);
    const ruth = (await state()).find((row) => row.includes('Ruth'));
    expect(JSON.parse(ruth!)).toEqual({
      name: 'Ruth Achterberg',
      external_id: '0035g00001AbCdE',
      email: 'r.achterberg@halvorsen.example',
      title: 'Finance director',
      account: 'Halvorsen Freight',
      renewal_on: '2027-01-11',
      persona_id: 'buyer',
      confirmed_by: actor,
      ended_at: null,
      role_ended: null,
    });
  });

  it('from HubSpot maps itself; a word nobody explained waits with its row', async () => {
    const done = await bring(readFileSync('tests/reference/people/hubspot-contacts.csv'));
    expect(counts(done)).toEqual({
      newPeople: 2,
      alreadyHere: 0,
      roleMissing: 1,
      waitForWord: 1,
      needYou: 0,
    });
    expect(done.rejects).toMatchObject([{ line: 4, reason: { code: 'WORD_WAITS' } }]);
    expect((await state()).some((row) => row.includes('Mei-Ling'))).toBe(false);
  });

  const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le');
  const cp1252 = (text: string) => Buffer.from(text, 'latin1');
  it.each([
    [
      'UTF-8 with a mark and semicolons',
      Buffer.from('\uFEFFName;Email;Company;Role\r\nJosé Ñandú;j@a.example;Açaí;Buyer\r\n'),
    ],
    ['UTF-16 with tabs', utf16('Name\tEmail\tCompany\tRole\nJosé Ñandú\tj@a.example\tAçaí\tBuyer\n')],
    ['Windows-1252 with commas', cp1252('Name,Email,Company,Role\nJosé Ñandú,j@a.example,Açaí,Buyer\n')],
  ])('in %s keeps every letter', async (_what, bytes) => {
    await bring(bytes);
    expect((await state())[0]).toContain('"name":"José Ñandú"');
    expect((await state())[0]).toContain('"account":"Açaí"');
  });

  it('changes nothing when it comes a second time', async () => {
    const file = `${HEADER}Ruth,ruth@a.example,Acme,Buyer,CFO\nKofi,kofi@a.example,Acme,,Planner\nRuth,ruth@a.example,Acme,Buyer,CFO\n`;
    const first = await bring(file);
    expect(counts(first)).toEqual({
      newPeople: 1,
      alreadyHere: 1,
      roleMissing: 1,
      waitForWord: 0,
      needYou: 0,
    });
    const before = await state();
    test.clock.advance(1000);
    const second = await bring(file);
    expect(counts(second)).toEqual({
      newPeople: 0,
      alreadyHere: 3,
      roleMissing: 0,
      waitForWord: 0,
      needYou: 0,
    });
    expect(await state()).toEqual(before);
  });

  it('does not bring back whoever left meanwhile', async () => {
    const file = `${HEADER}Dana,dana@a.example,Acme,Buyer,CFO\n`;
    await bring(file);
    const { db } = test.house;
    const { person_id: personId, account_id: accountId } = await db
      .selectFrom('employment')
      .select(['person_id', 'account_id'])
      .executeTakeFirstOrThrow();
    await leaveAccount(test.house, workspace, { personId, accountId, reason: 'left', actor });
    const before = await state();
    const again = await bring(file);
    expect(again.rejects).toMatchObject([{ line: 2, reason: { code: 'LEFT_ACCOUNT' } }]);
    expect(await state()).toEqual(before);
  });

  it('names each bad row by its line, and none of them holds up the others', async () => {
    const done = await bring(
      [
        'Name,Email,Company,Role,Job title',
        'Ruth,ruth@a.example,Acme,Buyer,CFO',
        'Kenji,kenji@ostrava,Acme,User,',
        'Accounts Payable,ap@a.example,Acme,User,',
        'Rafael,rafael@a.example,Acme,Buyer; User,',
        'Marguerite,m@b.example,Quayside,User,',
        'No account,n@b.example,,User,',
        'too,few',
        'Marguerite,m@b.example,Lumen,User,',
        'Kofi,kofi@a.example,Acme,User,Planner',
      ].join('\n'),
    );
    expect(done.rejects.map(({ line, reason }) => [line, reason.code])).toEqual([
      [3, 'EMAIL_INCOMPLETE'],
      [4, 'SHARED_MAILBOX'],
      [5, 'TWO_HATS'],
      [6, 'SAID_TWICE'],
      [7, 'ACCOUNT_MISSING'],
      [8, 'CELL_COUNT'],
      [9, 'SAID_TWICE'],
    ]);
    expect(done.rejects[3]?.reason.sentence).toBe(
      'E-mail is also on line 9, with another account: Quayside and Lumen.',
    );
    expect(counts(done)).toEqual({
      newPeople: 2,
      alreadyHere: 0,
      roleMissing: 0,
      waitForWord: 0,
      needYou: 7,
    });
  });

  it('never merges by name, and asks about an address known under another name or at another account', async () => {
    await bring(`${HEADER}Ruth,ruth@a.example,Acme,Buyer,CFO\n`);
    const done = await bring(
      `${HEADER}Ruth,other@a.example,Acme,Buyer,CFO\nRut A.,ruth@a.example,Acme,Buyer,CFO\n`,
    );
    expect(done.rejects.map(({ line, reason }) => [line, reason.code])).toEqual([[3, 'OTHER_NAME']]);
    expect(done.run.report.newPeople).toBe(1);
    const moved = await bring(`${HEADER}Ruth,ruth@a.example,Beta,Buyer,CFO\n`);
    expect(moved.rejects).toMatchObject([{ reason: { code: 'OTHER_ACCOUNT' } }]);
    expect(await test.house.db.selectFrom('account').select('name').execute()).toEqual([{ name: 'Acme' }]);
  });

  it('writes nothing in a dry run, and the dry run foretells the report', async () => {
    const file = `${HEADER}Ruth,ruth@a.example,Acme,Buyer,CFO\nKofi,kofi@a.example,acme ,,Planner\nBad,bad@,Acme,,\n`;
    const importId = await check(file);
    expect(await state()).toEqual([]);
    expect(await test.house.db.selectFrom('account').select('id').execute()).toEqual([]);
    const { report: foretold } = (await page(importId)).run;
    await bringIn(test.house, workspace, { importId, actor });
    await runImport(test.house, workspace, importId);
    expect((await page(importId)).run.report).toEqual(foretold);
    expect(foretold).toMatchObject({ newPeople: 1, roleMissing: 1, needYou: 1, newAccounts: 1 });
  });

  it('goes on where it stopped, and ends as if it never had', async () => {
    const rows = Array.from(
      { length: 950 },
      (_, at) => `P${at},p${at}@a${at % 90}.example,A${at % 90},Buyer,Title ${at % 7}`,
    );
    const file = `${HEADER}${rows.join('\n')}\nbad,bad@,Acme,,\n`;
    const importId = await check(file);
    await bringIn(test.house, workspace, { importId, actor });
    for (let before = 0; ; ) {
      let left = 2;
      const ran = await runImport(test.house, workspace, importId, () => left-- === 0);
      if (ran.kind === 'finished') break;
      expect(ran).toEqual({ kind: 'stopped' });
      const { run } = await page(importId);
      expect(run.state).toBe('running');
      expect(run.rowsRead).toBeGreaterThan(before);
      before = run.rowsRead;
    }
    const done = await page(importId);
    expect(done.run).toMatchObject({ state: 'done', rowsRead: 951, rowsTotal: 951 });
    expect(counts(done)).toEqual({
      newPeople: 950,
      alreadyHere: 0,
      roleMissing: 0,
      waitForWord: 0,
      needYou: 1,
    });
    const [people, roles, accounts] = await Promise.all(
      (['person', 'role_assignment', 'account'] as const).map((table) =>
        test.house.db
          .selectFrom(table)
          .select(({ fn }) => fn.countAll<number>().as('rows'))
          .executeTakeFirstOrThrow(),
      ),
    );
    expect([people?.rows, roles?.rows, accounts?.rows].map(Number)).toEqual([950, 950, 90]);
    expect(await test.house.db.selectFrom('import_chunk').select('position').execute()).toEqual([]);
  });

  it('is refused as a whole, before its first row, when it does not end well', async () => {
    const rows = Array.from({ length: 500 }, (_, at) => `P${at},p${at}@a.example,Acme,,`);
    const received = await receiveFile(test.house, workspace, {
      kind: 'people',
      fileName: 'broken.csv',
      bytes: Buffer.from(`${HEADER}${rows.join('\n')}\n"never closed,x@a.example,Acme,,\n`),
      actor,
    });
    if (received.kind !== 'received') throw new Error(received.message);
    const importId = received.id;
    const targets = (await page(importId)).columns!.columns.map(({ target }) => target);
    await chooseColumns(test.house, workspace, { importId, targets, dateOrders: {} });
    expect(await runImport(test.house, workspace, importId)).toEqual({ kind: 'refused' });
    expect((await page(importId)).run.failure).toContain('Line 502');
    expect(await state()).toEqual([]);
  });

  it('remembers where a column went', async () => {
    const file = 'Who,Where to write,Company\nRuth,ruth@a.example,Acme\n';
    const receive = async () => {
      const bytes = Buffer.from(file);
      const received = await receiveFile(test.house, workspace, {
        kind: 'people',
        fileName: 'odd.csv',
        bytes,
        actor,
      });
      if (received.kind !== 'received') throw new Error(received.message);
      return received.id;
    };
    const importId = await receive();
    const wrong = await chooseColumns(test.house, workspace, {
      importId,
      targets: ['leave_out', 'leave_out', 'account.name'],
      dateOrders: {},
    });
    expect(wrong).toMatchObject({ kind: 'invalid', faults: [{ field: 'columns' }] });
    const targets = ['person.name', 'person.email', 'account.name'] as const;
    await chooseColumns(test.house, workspace, { importId, targets, dateOrders: {} });
    const next = await page(await receive());
    expect(next.columns?.columns.map(({ target }) => target)).toEqual(targets);
  });
});
