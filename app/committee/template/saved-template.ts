/** What became of a template that somebody wrote. */
export type SavedTemplate =
  | { kind: 'saved' }
  /** Nobody would be missing anywhere. */
  | { kind: 'empty' }
  /** No persona of the workspace, one that is closed, or an advocate. */
  | { kind: 'no_seat'; personaId: string }
  | { kind: 'not_a_count'; personaId: string };
