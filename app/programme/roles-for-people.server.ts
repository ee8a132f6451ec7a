import { readEmail } from '#app/audience/import/email-address.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { listRolesByEmail } from './pile/candidate.store.server.ts';

export interface HeldRole {
  roleId: string;
  personaId: string;
  accountId: string;
  programmeId: string | null;
}

export interface RolesForPeople {
  /** One entry per address that somebody with an open role has. */
  found: { email: string; roles: HeldRole[] }[];
  /** Addresses, as given, behind which nobody holds a role. They cannot be asked: `PERSONA_REQUIRED`. */
  missing: string[];
}

const BATCH = 500;

/** Which roles stand behind addresses. The only way from an address to a send leads through a role. */
export async function rolesForPeople(
  db: Db,
  workspace: Workspace,
  input: { emails: readonly string[] },
): Promise<RolesForPeople> {
  const given = new Map(input.emails.map((email) => [keyOf(email), email]));
  const keys = [...given.keys()];
  const byKey = new Map<string, HeldRole[]>();
  for (let from = 0; from < keys.length; from += BATCH) {
    for (const { emailKey: key, ...role } of await listRolesByEmail(
      db,
      workspace,
      keys.slice(from, from + BATCH),
    ))
      byKey.set(key, [...(byKey.get(key) ?? []), role]);
  }
  const found: RolesForPeople['found'] = [];
  const missing: string[] = [];
  for (const [key, email] of given) {
    const roles = byKey.get(key);
    if (roles) found.push({ email, roles });
    else missing.push(email);
  }
  return { found, missing };
}

/** What is no address finds nobody, and is reported like any other address without a role. */
function keyOf(email: string): string {
  const cell = readEmail(email);
  return cell.kind === 'address' ? cell.key : email;
}
