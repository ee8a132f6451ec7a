import type { Permission } from '#app/membership/permission.ts';

/** Executives and owners of programmes get it until they say no; everybody else once they say yes. */
export function wantsDigest({
  isOn,
  permission,
  ownsProgramme,
}: {
  isOn: boolean | null;
  permission: Permission;
  ownsProgramme: boolean;
}): boolean {
  return isOn ?? (permission === 'executive' || ownsProgramme);
}
