import { insertNotice } from '#app/delivery/notice/notice.store.server.ts';
import { listPersonas } from '#app/persona/persona.store.server.ts';
import type { House } from '#app/platform/house.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import { mintWorkspace, type Workspace } from '#app/platform/workspace.ts';
import { readAskingRules } from '#app/programme/asking/read-asking-rules.server.ts';
import { listAwayRows } from '../away/away.store.server.ts';
import { awayOn } from '../away/away.ts';
import { dayAt, isWorkingHour } from '../due-time.ts';
import { countFollowUps, listQueueRows } from '../queue/queue.store.server.ts';
import { type Addressee, listAddressees, listBusyWorkspaces, takeDay } from './queue-mail.store.server.ts';
import { type MailedLine, MOST_LINES, queueNotice } from './queue-notice.ts';

type Mailing = Pick<House, 'db' | 'reading' | 'env' | 'ids' | 'clock' | 'log'>;

/**
 * Mails members what is in their own queue, once on each working day when its hours begin, and only where there is
 * something. Whoever is out of office gets none.
 */
export async function mailQueues(house: Mailing): Promise<void> {
  for (const workspaceId of await listBusyWorkspaces(house.reading)) {
    try {
      await mailWorkspace(house, mintWorkspace(workspaceId));
    } catch (fault) {
      house.log.error({ err: fault, workspace: workspaceId }, 'mailing what is in queues stumbled');
    }
  }
}

async function mailWorkspace(house: Mailing, workspace: Workspace): Promise<void> {
  const now = house.clock.now();
  const rules = await readAskingRules(house.reading, workspace);
  if (!isWorkingHour(now, rules)) return;
  const day = dayAt(now, rules);
  const away = await listAwayRows(house.reading, workspace, day);
  for (const member of await listAddressees(house.db, workspace, day))
    if (!awayOn(member.id, away, day))
      await mailQueue(house, workspace, { member, day, zone: rules.timeZone });
}

async function mailQueue(
  { db, env, ids, clock }: Mailing,
  workspace: Workspace,
  { member, day, zone }: { member: Addressee; day: string; zone: string },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    if (!(await takeDay(tx, workspace, { memberId: member.id, day }))) return;
    const at = clock.now();
    const lines = await readLines({ db: tx }, workspace, { memberId: member.id, at, zone });
    if (lines.length === 0) return;
    const { publicUrl } = env;
    const urls = { queueUrl: `${publicUrl}/follow-ups`, settingsUrl: `${publicUrl}/settings/mine` };
    const own = { state: 'unsettled', ownerId: member.id } as const;
    const all = await countFollowUps(tx, workspace, own);
    const overdue = await countFollowUps(tx, workspace, own, at);
    const notice = queueNotice({ lines, all, overdue, ...urls });
    const { name, address } = member;
    await insertNotice(tx, workspace, {
      ...{ ...notice, id: ids.make(), kind: 'queue', about: `${member.id} ${day}` },
      ...{ to: { name, address }, bytes: null, at },
    });
  });
}

async function readLines(
  { db: tx }: Pick<House, 'db'>,
  workspace: Workspace,
  { memberId, at, zone }: { memberId: string; at: number; zone: string },
): Promise<MailedLine[]> {
  const filter = { state: 'unsettled', ownerId: memberId } as const;
  const rows = await listQueueRows(tx, workspace, filter, { limit: MOST_LINES });
  const personas = new Map((await listPersonas(tx, workspace)).map(({ id, name }) => [id, name]));
  const days = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: zone });
  return rows.map(({ what, personaId, personName, accountName, dueAt }) => ({
    ...{ what, personName, accountName, personaName: personas.get(personaId) ?? personaId },
    ...{ dueOn: days.format(dueAt), isOverdue: dueAt < at },
  }));
}
