/** How much of a buying committee was heard: roles, by persona id. People are counted, not answers. */
export interface Coverage {
  readonly rolesMet: number;
  readonly rolesRequired: number;
  readonly missing: readonly string[];
  readonly complete: boolean;
}

/** A role is met when enough of ITS people were heard; nine end-users never stand in for a buyer. */
export function coverageOf(
  required: Readonly<Record<string, number>>,
  heard: Readonly<Record<string, number>>,
): Coverage {
  const roles = Object.keys(required).filter((persona) => required[persona]! > 0);
  const missing = roles.filter((persona) => (heard[persona] ?? 0) < required[persona]!);
  return {
    rolesMet: roles.length - missing.length,
    rolesRequired: roles.length,
    missing,
    complete: missing.length === 0,
  };
}
