import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { insertLogo, saveBrandRow, saveSenderName } from './brand.store.server.ts';
import type { BrandForm, Logo } from './brand.ts';
import { encodeLogo } from './encode-logo.server.ts';
import { readBrand } from './read-brand.server.ts';

export interface SaveBrand extends BrandForm {
  programmeId: string;
  actor: Actor;
  /** A file to take its place, `remove` for none, `keep` for the one that is there. */
  logo: Uint8Array | 'remove' | 'keep';
}

export type SavedBrand = { kind: 'saved' } | { kind: 'unknown' } | { kind: 'refused_logo'; message: string };

/** Says whose the mail of a programme is and how it looks. Mail that is out already goes on looking as it did. */
export async function saveBrand(house: House, workspace: Workspace, input: SaveBrand): Promise<SavedBrand> {
  const before = await readBrand(house.db, workspace, input.programmeId);
  if (!before) return { kind: 'unknown' };
  const encoded = input.logo instanceof Uint8Array ? await encodeLogo(input.logo) : null;
  if (encoded?.kind === 'refused') return { kind: 'refused_logo', message: encoded.message };
  const logo = encoded ? encoded.logo : null;
  const kept = input.logo === 'keep' ? before.logo : null;
  await write(house, workspace, { ...input, fresh: logo, logoHash: (logo ?? kept)?.hash ?? null });
  return { kind: 'saved' };
}

interface Writing extends BrandForm {
  programmeId: string;
  actor: Actor;
  fresh: (Logo & { bytes: Buffer }) | null;
  logoHash: string | null;
}

async function write({ db, ids, clock }: House, workspace: Workspace, input: Writing): Promise<void> {
  const { programmeId, senderName, displayName, colour, replyTo, actor, fresh, logoHash } = input;
  const at = clock.now();
  await db.transaction().execute(async (tx) => {
    if (fresh) await insertLogo(tx, workspace, { ...fresh, at });
    await saveSenderName(tx, workspace, { programmeId, senderName });
    await saveBrandRow(tx, workspace, { programmeId, displayName, colour, replyTo, logoHash, by: actor, at });
    // Neither the name nor the address: the trail holds no address.
    const detail = { colour, logoHash, named: displayName !== null, replies: replyTo !== null };
    const entry = { id: ids.make(), at, actor, act: 'change_mail', subject: programmeId, detail };
    await writeAudit(tx, workspace, entry);
  });
}
