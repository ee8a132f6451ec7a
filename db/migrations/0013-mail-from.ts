import { sql } from 'kysely';
import { createIndex, createTable, freeze, inWorkspace, type Step } from './kit.ts';

/**
 * Who a programme's mail is from and how it looks, who wants no more of one programme, and which secret hashed an
 * address that must not be written to.
 */
export async function up(step: Step): Promise<void> {
  await createBrands(step);
  await nameKeys(step);
}

async function createBrands(step: Step): Promise<void> {
  // Never changed and never deleted: a mail that is out goes on showing the logo it went out with.
  await createTable(step, 'brand_logo', [
    inWorkspace,
    // SHA-256 of the bytes, base64url: the address of the picture, and nothing of who looks at it.
    'hash text not null',
    'bytes BYTES not null',
    'width integer not null',
    'height integer not null',
    'created_at BIG not null',
    'primary key (workspace_id, hash)',
  ]);
  await freeze(step, 'brand_logo');
  await createIndex(step, 'brand_logo_by_hash', 'brand_logo (hash)');
  await createTable(step, 'programme_brand', [
    inWorkspace,
    'programme_id text not null',
    'display_name text',
    "colour text check (length(colour) = 7 and colour like '#%')",
    'logo_hash text',
    'reply_to text',
    'updated_by text not null',
    'updated_at BIG not null',
    'primary key (workspace_id, programme_id)',
    'foreign key (workspace_id, programme_id) references programme (workspace_id, id)',
    'foreign key (workspace_id, logo_hash) references brand_logo (workspace_id, hash)',
  ]);
}

async function nameKeys(step: Step): Promise<void> {
  const { db } = step;
  // Empty where it was written before entries named their key: nobody can tell which secret that was.
  await sql`alter table suppression add column key_id text not null default ''`.execute(db);
  await createIndex(step, 'suppression_by_key', 'suppression (key_id)');
  await createTable(step, 'programme_suppression', [
    inWorkspace,
    'programme_id text not null',
    'address_hash text not null',
    'key_id text not null',
    'domain text not null',
    'created_at BIG not null',
    'primary key (workspace_id, programme_id, address_hash)',
    'foreign key (workspace_id, programme_id) references programme (workspace_id, id)',
  ]);
  await createIndex(step, 'programme_suppression_by_key', 'programme_suppression (key_id)');
}
