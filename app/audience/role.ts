/** Where a role comes from: the person, the team, the CRM, a file, a title that a member confirmed, or a colleague. */
export type RoleSource = 'self' | 'csm' | 'crm' | 'import' | 'title' | 'colleague';

/** One person in one role at one account for a time (DOMAIN.md A3). Times are ms; open while `endedAt` is null. */
export interface RoleEpisode {
  id: string;
  personId: string;
  accountId: string;
  programmeId: string | null;
  personaId: string;
  source: RoleSource;
  evidence: string;
  startedAt: number;
  confirmedAt: number | null;
  confirmedBy: string | null;
  endedAt: number | null;
  endReason: string | null;
}

/** Whether someone may be asked in this role now: only `confirmed` may (DOMAIN.md A4). */
export type RoleState = 'confirmed' | 'unconfirmed' | 'stale' | 'ended';

const DAY = 24 * 60 * 60 * 1000;

/** @param reviewDays after how many days a confirmation is stale; a workspace setting, at most 180. */
export function roleState(
  role: Pick<RoleEpisode, 'confirmedAt' | 'endedAt'>,
  now: number,
  reviewDays: number,
): RoleState {
  if (role.endedAt !== null) return 'ended';
  if (role.confirmedAt === null) return 'unconfirmed';
  return now - role.confirmedAt > reviewDays * DAY ? 'stale' : 'confirmed';
}

/** The same person in the same persona at the same account, and in the same programme if in one. */
export function isSameSeat(
  a: Pick<RoleEpisode, 'personId' | 'accountId' | 'programmeId' | 'personaId'>,
  b: Pick<RoleEpisode, 'personId' | 'accountId' | 'programmeId' | 'personaId'>,
): boolean {
  return (
    a.personId === b.personId &&
    a.accountId === b.accountId &&
    a.programmeId === b.programmeId &&
    a.personaId === b.personaId
  );
}
