/** True when without this member nobody could manage the workspace any more. */
export function isLastAdmin(memberId: string, ableAdmins: readonly string[]): boolean {
  return ableAdmins.length === 1 && ableAdmins[0] === memberId;
}
