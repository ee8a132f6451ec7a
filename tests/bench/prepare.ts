import { bringIn } from '#app/audience/import/bring-in.server.ts';
import { chooseColumns } from '#app/audience/import/choose-columns.server.ts';
import { decideWords } from '#app/audience/import/decide-words.server.ts';
import { readImport } from '#app/audience/import/read-import.server.ts';
import { receiveFile } from '#app/audience/import/receive-file.server.ts';
import { runImport } from '#app/audience/import/run-import.server.ts';
import { linkToken } from '#app/programme/link-token.server.ts';
import { prepareOrders } from '#app/programme/order/prepare-orders.server.ts';
import { type QueueMessages, sendWave } from '#app/programme/send-wave.server.ts';
import { sortPiles } from '#app/programme/sort-piles.server.ts';
import { hearSet, questionOf } from '#tests/support/asked-set.ts';
import { type Desk, draftWave, noMail } from '#tests/support/asking.ts';

export const PERSONA = 'end_user';

const PEOPLE_AN_ACCOUNT = 50;

/** The most that one import takes is more. */
const PEOPLE_A_FILE = 50_000;

/** A CSV of people of one role, many at each account, numbered from `from` to before `to`. */
function peopleFile(from: number, to: number): Buffer {
  const rows = ['Name,Email,Company,Role in deal'];
  for (let i = from; i < to; i += 1)
    rows.push(`Ada Number${i},p${i}@a.example,Account ${Math.floor(i / PEOPLE_AN_ACCOUNT)},User`);
  return Buffer.from(rows.join('\n'));
}

/** Brings people in through the import, the way a CX lead would; returns rows per second of the last step. */
export async function importPeople(desk: Desk, count: number): Promise<number> {
  let seconds = 0;
  for (let from = 0; from < count; from += PEOPLE_A_FILE)
    seconds += await importFile(desk, peopleFile(from, Math.min(count, from + PEOPLE_A_FILE)));
  return count / seconds;
}

/** Seconds of its last step. */
async function importFile({ house, workspace, memberId: actor }: Desk, bytes: Buffer): Promise<number> {
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
    decisions: [{ word: 'User', personaId: PERSONA }],
  });
  await runImport(house, workspace, importId);
  await bringIn(house, workspace, { importId, actor });
  const start = performance.now();
  const ran = await runImport(house, workspace, importId);
  if (ran.kind !== 'finished') throw new Error(ran.kind);
  return (performance.now() - start) / 1000;
}

/** A wave of one recommendation question, or of ten questions that are answered on a scale. */
export async function draftFor(desk: Desk, questions: 1 | 10): Promise<string> {
  if (questions === 1) return (await draftWave(desk, [PERSONA])).waveId;
  const rated = Array.from({ length: 9 }, (_, i) =>
    questionOf(`q${i + 2}`, 'csat', { low: 'low', high: 'high' }),
  );
  return (await hearSet(desk, [questionOf('q1', 'recommend'), ...rated], { [PERSONA]: [] })).waveId;
}

/** What a wave of ten questions is answered with. */
export function tenAnswers(i: number): Record<string, string> {
  const rated = Array.from({ length: 9 }, (_, at) => [`q${at + 2}`, String(1 + ((i + at) % 5))]);
  return { q1: String(i % 11), ...Object.fromEntries(rated) };
}

export interface AnswerLink {
  token: string;
  invitationId: string;
}

/** Asks everybody who is ready and returns their answer links. */
export async function askEverybody(
  desk: Desk,
  waveId: string,
  queue: QueueMessages = noMail,
): Promise<AnswerLink[]> {
  const { house, workspace, memberId: actor } = desk;
  const piles = await sortPiles(house, workspace, { waveId });
  if (piles.kind !== 'sorted') throw new Error(piles.kind);
  const roleIds = piles.piles.ready.map(({ roleId }) => roleId);
  await sendWave(house, workspace, { waveId, roleIds, actor }, queue);
  await prepareOrders(house, queue);
  const invitations = await house.db
    .selectFrom('invitation')
    .select('id')
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', waveId)
    .execute();
  return invitations.map(({ id }) => ({
    token: linkToken(house.env.appSecret, 'answer', id, 1),
    invitationId: id,
  }));
}
