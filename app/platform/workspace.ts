declare const minted: unique symbol;

/**
 * Proof that a gate let the caller into this workspace. Minted only by the guards of a door (session, api key,
 * respondent link) and by jobs that work through all workspaces; every use case and query demands it.
 */
export interface Workspace {
  readonly id: string;
  readonly [minted]: true;
}

export function mintWorkspace(id: string): Workspace {
  return { id } as Workspace;
}

/** Who acts, for the audit trail: a member id, an api key id, or `system`. */
export type Actor = string;
