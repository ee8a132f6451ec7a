import { listPersonas } from '#app/persona/persona.store.server.ts';
import type { Persona } from '#app/persona/persona.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { listProgrammeRows } from '#app/programme/programme.store.server.ts';
import { listThemes } from '#app/results/theme/list-themes.server.ts';
import { type AbleMember, listAbleMembers } from '../member.store.server.ts';
import type { FollowUpFilter } from './filter.ts';
import { countFollowUps, type FollowUpRow, listQueueRows } from './queue.store.server.ts';

/** One in a list: whose and what, never what was answered. */
export type QueueLine = Omit<FollowUpRow, 'responseId' | 'because' | 'outcome'>;

export interface Queue {
  lines: QueueLine[];
  /** Work to do: the member's own, the whole team's, and how much of each is overdue. */
  mine: { toDo: number; overdue: number };
  team: { toDo: number; overdue: number };
  found: number;
  personas: Persona[];
  programmes: { id: string; name: string }[];
  members: AbleMember[];
  themes: { id: string; name: string }[];
  /** The last one shown, when there are more. */
  moreAfter: string | null;
}

const SHOWN = 50;

/** Follow-ups to work through, what is due first leading. */
export async function listQueue(
  db: Db,
  workspace: Workspace,
  asked: { filter: FollowUpFilter; after?: string | undefined; memberId: string; now: number },
): Promise<Queue> {
  const { filter, after, memberId, now } = asked;
  const rows = await listQueueRows(db, workspace, filter, { after, limit: SHOWN + 1 });
  const shown = rows.slice(0, SHOWN);
  const count = async (ownerId?: string) => ({
    toDo: await countFollowUps(db, workspace, { state: 'unsettled', ownerId }),
    overdue: await countFollowUps(db, workspace, { state: 'unsettled', ownerId }, now),
  });
  return {
    lines: shown.map(toLine),
    mine: await count(memberId),
    team: await count(),
    found: await countFollowUps(db, workspace, filter),
    personas: await listPersonas(db, workspace),
    programmes: await listProgrammeRows(db, workspace),
    members: await listAbleMembers(db, workspace),
    themes: (await listThemes(db, workspace)).filter(({ mergedInto }) => mergedInto === null),
    moreAfter: rows.length > SHOWN ? (shown.at(-1)?.id ?? null) : null,
  };
}

/** What is open about one person or one account, what is due first leading. */
export async function listOpenAbout(
  db: Db,
  workspace: Workspace,
  about: { personId: string } | { accountId: string },
): Promise<QueueLine[]> {
  const rows = await listQueueRows(db, workspace, { state: 'unsettled', ...about }, { limit: SHOWN });
  // A row that may name nobody is on nobody's page.
  return rows.filter(({ personId, accountId }) => personId !== null || accountId !== null).map(toLine);
}

function toLine({ responseId: _, because: __, outcome: ___, ...line }: FollowUpRow): QueueLine {
  return line;
}
