import type { House } from '#app/platform/house.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import type { Given } from '#app/survey/question/given.ts';
import type { Evidence } from './held/held.ts';
import { keepHeld } from './held/keep-held.server.ts';
import type { RespondentDoor } from './respondent-door.ts';

export interface HeldPress {
  door: RespondentDoor;
  submitId: string;
  given: Given;
  evidence: readonly Evidence[];
  /** Between the page being shown and the press, in ms; unknown without a page. */
  elapsed: number | undefined;
}

/** Keeps a press that looks like a machine's beside the counted answers; the invitation stays open for its person. */
export async function holdPress({ db, ids, clock }: Pick<House, 'db' | 'ids' | 'clock'>, press: HeldPress) {
  const { door, submitId, given, evidence, elapsed } = press;
  await inTransaction(db, (tx) =>
    keepHeld(tx, door.workspace, {
      ...{ id: ids.make(), submitId, given, evidence, elapsed, reason: 'machine' as const },
      ...{ waveId: door.waveId, personaId: door.persona.id, surveyVersionId: door.surveyVersionId },
      ...{ confidentiality: door.confidentiality, language: door.language, receivedAt: clock.now() },
      ...{ invitationId: door.invitationId, accountId: door.accountId },
      ...{ sharedLinkId: null, saidName: null, saidEmail: null },
    }),
  );
}
