import { bringIn } from '#app/audience/import/bring-in.server.ts';
import { chooseColumns } from '#app/audience/import/choose-columns.server.ts';
import { readImport } from '#app/audience/import/read-import.server.ts';
import { receiveFile } from '#app/audience/import/receive-file.server.ts';
import { runImport } from '#app/audience/import/run-import.server.ts';
import { DAYS } from './calendar.ts';
import type { Actor } from './cast.ts';
import { expectKind, type OpenStage } from './stage.ts';

/** A list from sales: people and titles without roles, and two rows that cannot be read. */
export async function receiveList(stage: OpenStage, people: readonly Actor[]): Promise<void> {
  const { house, workspace, actor } = stage;
  stage.goTo(DAYS.fileReceived);
  const bytes = Buffer.from(writeList(people));
  const file = { kind: 'people', fileName: 'event-guests-from-sales.csv', bytes, actor } as const;
  const importId = expectKind(await receiveFile(house, workspace, file), 'received').id;
  const page = await readImport(house.db, workspace, { importId, after: 0 });
  const targets = page!.columns!.columns.map(({ target }) => target);
  const chosen = await chooseColumns(house, workspace, { importId, targets, dateOrders: {} });
  expectKind(chosen, 'checking');
  expectKind(await runImport(house, workspace, importId), 'finished');
  expectKind(await bringIn(house, workspace, { importId, actor }), 'queued');
  expectKind(await runImport(house, workspace, importId), 'finished');
}

function writeList(people: readonly Actor[]): string {
  const rows = people.map(({ name, email, account, title }) => [name, email, account.name, title]);
  const unreadable = [
    ['Gareth Kershaw', 'gareth.kershaw(at)quayside', 'Quayside Insurance', 'Planner'],
    ['Marit Lunde', 'marit.lunde@fjordlys.example', '', 'Route planner'],
  ];
  const header = ['Full name', 'E-mail', 'Account', 'Job title'];
  return [header, ...rows, ...unreadable].map((cells) => cells.map(quote).join(';')).join('\r\n');
}

function quote(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}
