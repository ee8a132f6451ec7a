import type { Db, NoticeKind } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';

export interface NewNotice {
  id: string;
  kind: NoticeKind;
  /** What it tells of; the same thing is told once. */
  about: string;
  /** The message that a reply was written to. */
  messageId?: string;
  to: { name: string; address: string };
  subject: string;
  body: string;
  /** A mail that is passed on, sealed. */
  bytes: Buffer | null;
  /** The same laid out; without it the body's paragraphs are. */
  html?: string;
  /** Where one press ends mails of this kind. */
  leaveUrl?: string;
  at: number;
}

/** Queues a notice in the transaction that it tells of. */
export async function insertNotice(tx: Db, workspace: Workspace, notice: NewNotice): Promise<void> {
  await tx
    .insertInto('notice')
    .values({
      workspace_id: workspace.id,
      id: notice.id,
      kind: notice.kind,
      about: notice.about,
      message_id: notice.messageId ?? null,
      to_name: notice.to.name,
      to_address: notice.to.address,
      subject: notice.subject,
      body: notice.body,
      bytes: notice.bytes,
      state: 'queued',
      attempts: 0,
      next_at: notice.at,
      fence: 0,
      lease_until: null,
      resent: 0,
      reason: null,
      created_at: notice.at,
      settled_at: null,
      html: notice.html ?? null,
      leave_url: notice.leaveUrl ?? null,
    })
    .onConflict((on) => on.columns(['workspace_id', 'kind', 'about']).doNothing())
    .execute();
}

/** The member who owns a programme, or the longest serving admin where they are gone; null where nobody can be told. */
export async function findOwner(
  db: Db,
  workspace: Workspace,
  programmeId: string,
): Promise<{ name: string; address: string } | null> {
  const owner = await db
    .selectFrom('programme as pr')
    .innerJoin('member as m', (on) =>
      on.onRef('m.workspace_id', '=', 'pr.workspace_id').onRef('m.id', '=', 'pr.owner_id'),
    )
    .select(['m.name', 'm.email as address'])
    .where('pr.workspace_id', '=', workspace.id)
    .where('pr.id', '=', programmeId)
    .where('m.disabled_at', 'is', null)
    .executeTakeFirst();
  return owner ?? findFirstAdmin(db, workspace);
}

/** A member who is still one, or the longest serving admin. */
export async function findMember(
  db: Db,
  workspace: Workspace,
  memberId: string,
): Promise<{ name: string; address: string } | null> {
  const member = await db
    .selectFrom('member')
    .select(['name', 'email as address'])
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', memberId)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  return member ?? findFirstAdmin(db, workspace);
}

async function findFirstAdmin(
  db: Db,
  workspace: Workspace,
): Promise<{ name: string; address: string } | null> {
  const admin = await db
    .selectFrom('member')
    .select(['name', 'email as address'])
    .where('workspace_id', '=', workspace.id)
    .where('permission', '=', 'admin')
    .where('disabled_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .executeTakeFirst();
  return admin ?? null;
}

const CLAIMED = [
  'workspace_id',
  'id',
  'to_name',
  'to_address',
  'subject',
  'body',
  'bytes',
  'html',
  'leave_url',
  'attempts',
  'fence',
  'created_at',
] as const;

/** Takes one due notice for `leaseMs`; nobody else can take it meanwhile, on either engine. */
export async function claimNotice(
  db: Db,
  engine: 'sqlite' | 'postgres',
  { now, leaseMs }: { now: number; leaseMs: number },
) {
  return db.transaction().execute(async (tx) => {
    const due = tx
      .selectFrom('notice')
      .select(['workspace_id', 'id'])
      .where('state', '=', 'queued')
      .where('next_at', '<=', now)
      .orderBy('next_at')
      .limit(1);
    const key = await (engine === 'postgres' ? due.forUpdate().skipLocked() : due).executeTakeFirst();
    if (!key) return undefined;
    return tx
      .updateTable('notice')
      .set((eb) => ({
        state: 'claimed' as const,
        lease_until: now + leaseMs,
        fence: eb('fence', '+', 1),
        attempts: eb('attempts', '+', 1),
      }))
      .where('workspace_id', '=', key.workspace_id)
      .where('id', '=', key.id)
      .where('state', '=', 'queued')
      .returning(CLAIMED)
      .executeTakeFirst();
  });
}

export type ClaimedNotice = NonNullable<Awaited<ReturnType<typeof claimNotice>>>;

/** Moves a notice on, unless somebody else holds it by now. */
export async function moveNotice(
  db: Db,
  notice: Pick<ClaimedNotice, 'workspace_id' | 'id' | 'fence'>,
  cells: {
    state: 'queued' | 'committed_to_send' | 'sent' | 'failed';
    next_at?: number;
    lease_until?: number | null;
    reason?: string | null;
    settled_at?: number;
    bytes?: null;
  },
): Promise<boolean> {
  const moved = await db
    .updateTable('notice')
    .set(cells)
    .where('workspace_id', '=', notice.workspace_id)
    .where('id', '=', notice.id)
    .where('fence', '=', notice.fence)
    .where('state', 'in', ['claimed', 'committed_to_send'])
    .executeTakeFirst();
  return moved.numUpdatedRows > 0n;
}

/**
 * Notices whose sender died. Without the mark no final dot left; with it nobody knows, and the same mail, of the same
 * Message-ID, goes out once more and never a third time.
 */
export async function recoverNotices(db: Db, now: number): Promise<void> {
  const lost = db
    .updateTable('notice')
    .where('lease_until', '<', now)
    .set({ lease_until: null, next_at: now });
  await lost.set({ state: 'queued' }).where('state', '=', 'claimed').execute();
  const marked = lost.where('state', '=', 'committed_to_send');
  await marked.set({ state: 'queued', resent: 1 }).where('resent', '=', 0).execute();
  await marked
    .set({ state: 'failed', settled_at: now, reason: 'Nobody knows whether it arrived.' })
    .where('resent', '=', 1)
    .execute();
}

/** How many replies to one message were passed on since then. */
export async function countPassedOn(
  db: Db,
  workspace: Workspace,
  { messageId, since }: { messageId: string; since: number },
): Promise<number> {
  const row = await db
    .selectFrom('notice')
    .select(({ fn }) => fn.countAll<number>().as('notices'))
    .where('workspace_id', '=', workspace.id)
    .where('message_id', '=', messageId)
    .where('created_at', '>=', since)
    .executeTakeFirstOrThrow();
  return Number(row.notices);
}
