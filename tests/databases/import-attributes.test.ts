import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createAttribute } from '#app/audience/attribute/create-attribute.server.ts';
import { deleteAttribute } from '#app/audience/attribute/delete-attribute.server.ts';
import { listAttributes } from '#app/audience/attribute/list-attributes.server.ts';
import { bringIn } from '#app/audience/import/bring-in.server.ts';
import { chooseColumns } from '#app/audience/import/choose-columns.server.ts';
import type { ColumnTarget } from '#app/audience/import/column-targets.ts';
import { type NewTarget, readOwnTarget } from '#app/audience/import/own-targets.ts';
import { readImport } from '#app/audience/import/read-import.server.ts';
import { receiveFile } from '#app/audience/import/receive-file.server.ts';
import { runImport } from '#app/audience/import/run-import.server.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { ENGINES } from '#tests/support/databases.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';

const HEADER = 'Name,Email,Company,Account: Region,Product,Gender\n';

describe.each(ENGINES)('own attributes in a file of people, on %s', (engine) => {
  let opened: TestHouse;
  let workspace: Workspace;
  let actor: string;
  beforeEach(async () => {
    opened = await openTestHouse({ engine });
    const founded = await foundTestWorkspace(opened.house);
    workspace = founded.workspace;
    actor = founded.memberId;
  });
  afterEach(() => opened.close());

  async function receive(csv: string): Promise<string> {
    const file = { kind: 'people' as const, fileName: 'people.csv', bytes: Buffer.from(csv), actor };
    const received = await receiveFile(opened.house, workspace, file);
    if (received.kind !== 'received') throw new Error(received.message);
    return received.id;
  }

  const page = async (importId: string) =>
    (await readImport(opened.house.db, workspace, { importId, after: 0 }))!;
  const suggested = async (importId: string) =>
    (await page(importId)).columns!.columns.map(({ target }) => target);

  /** The usual columns, with these targets for Region, Product and Gender. */
  async function choose(importId: string, last: (ColumnTarget | NewTarget)[]) {
    const targets = [...(await suggested(importId)).slice(0, 3), ...last];
    return chooseColumns(opened.house, workspace, { importId, targets, dateOrders: {} });
  }

  async function bring(importId: string): Promise<void> {
    await runImport(opened.house, workspace, importId);
    expect(await bringIn(opened.house, workspace, { importId, actor })).toEqual({ kind: 'queued' });
    expect(await runImport(opened.house, workspace, importId)).toEqual({ kind: 'finished' });
  }

  async function values(about: 'person' | 'account'): Promise<string[]> {
    const { db } = opened.house;
    const own = await db.selectFrom(`${about}_attribute`).selectAll().execute();
    const holders = new Map(
      (await db.selectFrom(about).select(['id', 'name']).execute()).map((o) => [o.id, o.name]),
    );
    const names = new Map((await listAttributes(db, workspace)).map(({ id, name }) => [id, name]));
    return own
      .map((row) => `${holders.get(row.holder_id)}, ${names.get(row.attribute_id)}: ${row.value}`)
      .sort();
  }

  test('a column becomes a new attribute or goes to a known one; a name that none may have is refused', async () => {
    const product = await createAttribute(opened.house, workspace, {
      about: 'person',
      name: 'Product',
      actor,
    });
    const importId = await receive(
      `${HEADER}Ada,ada@a.example,Acme,EMEA,Pulse,f\nBo,bo@a.example,Acme,APAC,,m\nMei,mei@b.example,Bolt,,Beam,f\n`,
    );
    const known = (await suggested(importId))[4]!;
    expect([product.kind, readOwnTarget(known)?.about]).toEqual(['created', 'person']);
    expect(await choose(importId, ['account.new', known, 'person.new'])).toEqual({
      kind: 'invalid',
      faults: [
        { field: 'column-5', message: expect.stringContaining('“Gender” describes a person’s gender.') },
      ],
    });
    expect(await listAttributes(opened.house.db, workspace)).toHaveLength(1);
    expect(await choose(importId, ['account.new', known, 'leave_out'])).toEqual({ kind: 'checking' });
    await bring(importId);
    // Of an account the first value in the file counts, whichever row brings it in.
    expect(await values('account')).toEqual(['Acme, Region: EMEA']);
    expect(await values('person')).toEqual(['Ada, Product: Pulse', 'Mei, Product: Beam']);

    const again = await receive(`${HEADER}Ada,ada@a.example,Acme,,Beam,f\nMei,mei@b.example,Bolt,LATAM,,f\n`);
    expect((await suggested(again)).slice(3)).toEqual([
      expect.stringMatching(/^account\.own:/),
      known,
      'leave_out',
    ]);
    await choose(again, (await suggested(again)).slice(3));
    await bring(again);
    expect(await values('account')).toEqual(['Acme, Region: EMEA', 'Bolt, Region: LATAM']);
    expect(await values('person')).toEqual(['Ada, Product: Beam', 'Mei, Product: Beam']);
  });

  test('two files that make one attribute at once: one does, the other is told and makes none', async () => {
    const [first, late] = [
      await receive(`${HEADER}Ada,ada@a.example,Acme,EMEA,,\n`),
      await receive(`${HEADER}Bo,bo@a.example,Acme,EMEA,,\n`),
    ];
    const { house } = opened;
    // Nobody had made one when the late one looked; the first has when it writes.
    const firstGoes = async () =>
      expect(await choose(first!, ['account.new', 'leave_out', 'leave_out'])).toEqual({ kind: 'checking' });
    const db = new Proxy({} as Db, {
      get: (_, name: keyof Db) => {
        const own = house.db[name];
        if (name !== 'transaction') return typeof own === 'function' ? own.bind(house.db) : own;
        return (): Pick<ReturnType<Db['transaction']>, 'execute'> => ({
          execute: async (work) => {
            await firstGoes();
            return house.db.transaction().execute(work);
          },
        });
      },
    });
    const targets = [
      ...(await suggested(late!)).slice(0, 3),
      'account.new',
      'leave_out',
      'leave_out',
    ] as const;
    const told = await chooseColumns({ ...house, db }, workspace, {
      importId: late!,
      targets,
      dateOrders: {},
    });
    expect(told).toEqual({
      kind: 'invalid',
      faults: [{ field: 'column-3', message: 'There is an attribute of accounts called Region already.' }],
    });
    expect(await listAttributes(house.db, workspace)).toHaveLength(1);
    const known = (await suggested(late!))[3]!;
    expect(await choose(late!, [known, 'leave_out', 'leave_out'])).toEqual({ kind: 'checking' });
  });

  test('a value that is too long, or said twice in two ways, needs somebody', async () => {
    const long = 'x'.repeat(101);
    const importId = await receive(
      `${HEADER}Ada,ada@a.example,Acme,,${long},\nBo,bo@a.example,Acme,,Pulse,\nBo,bo@a.example,Acme,,Beam,\n`,
    );
    await choose(importId, ['leave_out', 'person.new', 'leave_out']);
    await runImport(opened.house, workspace, importId);
    const { rejects } = await page(importId);
    expect(rejects.map(({ line, reason }) => [line, reason.code])).toEqual([
      [2, 'ATTRIBUTE_LONG'],
      [3, 'SAID_TWICE'],
      [4, 'SAID_TWICE'],
    ]);
    expect(rejects[1]!.reason.sentence).toBe(
      'E-mail is also on line 4, with other attributes: Pulse and Beam.',
    );
  });

  test('what was deleted after the dry run takes no values, and the people come in', async () => {
    const importId = await receive(`${HEADER}Ada,ada@a.example,Acme,EMEA,Pulse,\n`);
    await choose(importId, ['account.new', 'person.new', 'leave_out']);
    await runImport(opened.house, workspace, importId);
    const [product] = await listAttributes(opened.house.db, workspace);
    await deleteAttribute(opened.house, workspace, { id: product!.id, actor });
    await bring(importId);
    expect(await values('account')).toEqual(['Acme, Region: EMEA']);
    expect(await values('person')).toEqual([]);
  });
});
