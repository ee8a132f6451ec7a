import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { Brand, Logo } from './brand.ts';

/** How the mail of a programme looks and where answers to it go; undefined for a programme that is not here. */
export async function findBrandRow(db: Db, workspace: Workspace, programmeId: string) {
  return db
    .selectFrom('programme as pr')
    .leftJoin('programme_brand as b', (on) =>
      on.onRef('b.workspace_id', '=', 'pr.workspace_id').onRef('b.programme_id', '=', 'pr.id'),
    )
    .leftJoin('brand_logo as l', (on) =>
      on.onRef('l.workspace_id', '=', 'b.workspace_id').onRef('l.hash', '=', 'b.logo_hash'),
    )
    .leftJoin('member as owner', (on) =>
      on.onRef('owner.workspace_id', '=', 'pr.workspace_id').onRef('owner.id', '=', 'pr.owner_id'),
    )
    .select(['pr.name as programmeName', 'pr.origin', 'pr.sender_name as senderName'])
    .select(['b.display_name as displayName', 'b.colour', 'b.reply_to as replyTo'])
    .select(['l.hash', 'l.width', 'l.height'])
    .select(['owner.email as ownerEmail', 'owner.disabled_at as ownerDisabledAt'])
    .where('pr.workspace_id', '=', workspace.id)
    .where('pr.id', '=', programmeId)
    .executeTakeFirst();
}

export async function saveSenderName(
  tx: Db,
  workspace: Workspace,
  { programmeId, senderName }: { programmeId: string; senderName: string },
): Promise<void> {
  await tx
    .updateTable('programme')
    .set({ sender_name: senderName })
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', programmeId)
    .execute();
}

export async function saveBrandRow(
  tx: Db,
  workspace: Workspace,
  brand: Pick<Brand, 'displayName' | 'colour' | 'replyTo'> & {
    programmeId: string;
    logoHash: string | null;
    by: string;
    at: number;
  },
): Promise<void> {
  const cells = {
    display_name: brand.displayName,
    colour: brand.colour,
    reply_to: brand.replyTo,
    logo_hash: brand.logoHash,
    updated_by: brand.by,
    updated_at: brand.at,
  };
  await tx
    .insertInto('programme_brand')
    .values({ workspace_id: workspace.id, programme_id: brand.programmeId, ...cells })
    .onConflict((on) => on.columns(['workspace_id', 'programme_id']).doUpdateSet(cells))
    .execute();
}

/** The same picture again is the same row. */
export async function insertLogo(
  tx: Db,
  workspace: Workspace,
  logo: Logo & { bytes: Buffer; at: number },
): Promise<void> {
  const { hash, bytes, width, height, at } = logo;
  await tx
    .insertInto('brand_logo')
    .values({ workspace_id: workspace.id, hash, bytes, width, height, created_at: at })
    .onConflict((on) => on.columns(['workspace_id', 'hash']).doNothing())
    .execute();
}

/** The bytes of a logo, whoever's it is: two that have the same hash are the same picture. */
export async function findLogoBytes(db: Db, hash: string): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('brand_logo')
    .select('bytes')
    .where('hash', '=', hash)
    .limit(1)
    .executeTakeFirst();
  return row && Buffer.from(row.bytes);
}
