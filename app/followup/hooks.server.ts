import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';

/** That somebody was told what came of it; whom, as far as the promise of the wave lets anybody know. */
export interface Told {
  waveId: string | null;
  personaId: string;
  invitationId: string | null;
  at: number;
}

/** That a follow-up was opened or changed. It names one persona and holds no answer. */
export interface FollowUpEvent {
  kind: 'follow_up.opened' | 'follow_up.changed';
  id: string;
  personaId: string;
  at: number;
}

/** What must happen further down in the same transaction. */
export interface Hooks {
  onTold(tx: Db, workspace: Workspace, told: Told): Promise<void>;
  onEvent(tx: Db, workspace: Workspace, event: FollowUpEvent): Promise<void>;
}

export const NO_HOOKS: Hooks = { onTold: async () => {}, onEvent: async () => {} };
