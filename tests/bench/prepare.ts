import { bringIn } from '#app/audience/import/bring-in.server.ts';
import { chooseColumns } from '#app/audience/import/choose-columns.server.ts';
import { decideWords } from '#app/audience/import/decide-words.server.ts';
import { readImport } from '#app/audience/import/read-import.server.ts';
import { receiveFile } from '#app/audience/import/receive-file.server.ts';
import { runImport } from '#app/audience/import/run-import.server.ts';
import { linkToken } from '#app/programme/link-token.server.ts';
import { sendWave } from '#app/programme/send-wave.server.ts';
import { sortPiles } from '#app/programme/sort-piles.server.ts';
import { type Desk, draftWave, noMail } from '#tests/support/asking.ts';

/** A CSV of `count` people at a tenth as many accounts, all of one role. */
function peopleFile(count: number): Buffer {
  const rows = ['Name,Email,Company,Role in deal'];
  for (let i = 0; i < count; i += 1)
    rows.push(`Ada Number${i},p${i}@a.example,Account ${i % (count / 10)},User`);
  return Buffer.from(rows.join('\n'));
}

/** Brings people in through the import, the way a CX lead would; returns rows per second of the last step. */
export async function importPeople(
  { house, workspace, memberId: actor }: Desk,
  count: number,
): Promise<number> {
  const bytes = peopleFile(count);
  const received = await receiveFile(house, workspace, {
    kind: 'people',
    fileName: 'people.csv',
    bytes,
    actor,
  });
  if (received.kind !== 'received') throw new Error(received.message);
  const importId = received.id;
  const read = await readImport(house.db, workspace, { importId, after: 0 });
  const targets = read!.columns!.columns.map(({ target }) => target);
  await chooseColumns(house, workspace, { importId, targets, dateOrders: {} });
  await runImport(house, workspace, importId);
  await decideWords(house, workspace, {
    importId,
    actor,
    decisions: [{ word: 'User', personaId: 'end_user' }],
  });
  await runImport(house, workspace, importId);
  await bringIn(house, workspace, { importId, actor });
  const start = performance.now();
  const ran = await runImport(house, workspace, importId);
  if (ran.kind !== 'finished') throw new Error(ran.kind);
  return count / ((performance.now() - start) / 1000);
}

/** Asks everybody who is ready and returns the paths of their answer links. */
export async function askEverybody(desk: Desk): Promise<string[]> {
  const { house, workspace, memberId: actor } = desk;
  const { waveId } = await draftWave(desk, ['end_user']);
  const piles = await sortPiles(house, workspace, { waveId });
  if (piles.kind !== 'sorted') throw new Error(piles.kind);
  const roleIds = piles.piles.ready.map(({ roleId }) => roleId);
  await sendWave(house, workspace, { waveId, roleIds, actor }, noMail);
  const invitations = await house.db
    .selectFrom('invitation')
    .select('id')
    .where('workspace_id', '=', workspace.id)
    .execute();
  return invitations.map(({ id }) => `/r/${linkToken(house.env.appSecret, 'answer', id, 1)}`);
}
