import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { findBrandRow } from './brand.store.server.ts';
import { type Brand, readReplyTo } from './brand.ts';

export interface ProgrammeBrand extends Brand {
  programmeName: string;
  origin: 'asked' | 'imported';
  /** Where answers go: what was named, else the programme's owner. Null where the owner is gone. */
  repliesGoTo: string | null;
}

/** How the mail of a programme looks; null where there is no such programme. */
export async function readBrand(
  db: Db,
  workspace: Workspace,
  programmeId: string,
): Promise<ProgrammeBrand | null> {
  const row = await findBrandRow(db, workspace, programmeId);
  if (!row) return null;
  const { programmeName, origin, senderName, displayName, colour, replyTo, hash, width, height } = row;
  const owner = row.ownerEmail !== null && row.ownerDisabledAt === null ? readReplyTo(row.ownerEmail) : null;
  return {
    ...{ programmeName, origin, senderName, displayName, colour, replyTo },
    logo: hash !== null && width !== null && height !== null ? { hash, width, height } : null,
    repliesGoTo: replyTo ?? owner,
  };
}
