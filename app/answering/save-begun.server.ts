import type { House } from '#app/platform/house.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import type { Given } from '#app/survey/question/given.ts';
import { findBegun, writeBegun } from './begun.store.server.ts';
import { readGivenForm, writeGiven } from './held/held.ts';
import { mergeGiven } from './merge-given.ts';
import type { RespondentDoor } from './respondent-door.ts';

export interface Saving {
  door: RespondentDoor;
  given: Given;
  /** The questions whose answers this page shows: they are taken from it, the others from whoever wrote them last. */
  shown: ReadonlySet<string>;
  /** The page to open with next time. */
  page: number;
  /** The revision that the page knew; 0 where nothing was begun. */
  revision: number;
  deviceHash: string;
}

export type SavedBegun =
  | {
      kind: 'saved';
      revision: number;
      given: Given;
      metOthers: boolean;
      /** False where another device has written too: what is kept is then not all this one's to see. */
      isOwn: boolean;
    }
  /** Answered meanwhile, or nothing of it may be kept before it is sent. */
  | { kind: 'not_kept' };

/** Two pages that save at the same moment meet a few times at most. */
const MOST_MEETINGS = 5;

/**
 * Keeps what is filled in and not sent, question by question: the last one to write a question decides it, also from
 * another tab or device. Nothing is kept of an unlinkable programme: until it is sent, it would hang on a name.
 */
export async function saveBegun(
  { db, clock }: Pick<House, 'db' | 'clock'>,
  saving: Saving,
): Promise<SavedBegun> {
  if (saving.door.confidentiality === 'unlinkable') return { kind: 'not_kept' };
  for (let meetings = 0; meetings < MOST_MEETINGS; meetings += 1) {
    const saved = await inTransaction(db, async (tx) => {
      const { door, page, deviceHash } = saving;
      const found = await findBegun(tx, door.workspace, door.invitationId);
      if (!found || found.responseId !== null) return { kind: 'not_kept' } as const;
      const before = found.given === null ? null : readGivenForm(found.given);
      const given = before ? mergeGiven(before, saving.given, saving.shown) : saving.given;
      const revision = (found.revision ?? 0) + 1;
      const row = {
        ...{ invitationId: door.invitationId, given: writeGiven(given), page, revision },
        deviceHash: ownerOf(found, deviceHash),
      };
      const isWritten = await writeBegun(tx, door.workspace, { ...row, at: clock.now() });
      const metOthers = (found.revision ?? 0) > saving.revision;
      const isOwn = row.deviceHash === deviceHash;
      return isWritten ? ({ kind: 'saved', revision, given, metOthers, isOwn } as const) : null;
    });
    if (saved) return saved;
  }
  return { kind: 'not_kept' };
}

/** Whoever begins may see it again. Once a second device has written, nobody does: one of them is somebody else. */
function ownerOf(before: { given: string | null; deviceHash: string | null }, deviceHash: string): string {
  return before.given === null || before.deviceHash === deviceHash ? deviceHash : NOBODY;
}

const NOBODY = '';
