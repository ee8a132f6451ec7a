import { Temporal } from 'temporal-polyfill';
import { listDecisions } from '#app/followup/decision/list-decisions.server.ts';
import { countWork } from '#app/followup/queue/count-work.server.ts';
import { NO_WORK } from '#app/followup/queue/work.ts';
import { dayIn } from '#app/platform/clock.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { readAskingRules } from '#app/programme/asking/read-asking-rules.server.ts';
import { isOverdue, veiled } from '#app/programme/told/debt.ts';
import { listLettersOf } from '#app/programme/told/list-letters-of.server.ts';
import { type ReadDebt, readDebts } from '#app/programme/told/read-debts.server.ts';
import { isInConfidence } from '#app/results/confidence/policy.ts';
import type { WaveLine } from '#app/results/lane.store.server.ts';
import type { StatedPurpose } from '#app/results/purpose.store.server.ts';
import type { Kept } from './kept.ts';

interface Asked {
  wave: WaveLine;
  waves: readonly WaveLine[];
  purposes: ReadonlyMap<string, StatedPurpose>;
  now: number;
}

/** What was promised to each persona of a wave and done since, by persona. */
export async function readKept(
  db: Db,
  workspace: Workspace,
  { wave, waves, purposes, now }: Asked,
): Promise<(personaId: string) => Kept> {
  const [{ timeZone }, debts, letters, work, decided] = await Promise.all([
    readAskingRules(db, workspace),
    readDebts(db, workspace, { now, waveId: wave.id }),
    listLettersOf(db, workspace, wave.id),
    countWork(db, workspace, { waveId: wave.id, now }),
    listDecisions(db, workspace, { programmeId: wave.programmeId }),
  ]);
  const today = dayIn(timeZone, now);
  const decisions = decided.filter(({ decidedAt }) => isOfWave(decidedAt, wave, waves));
  return (personaId) => {
    const found = debts.find((one) => one.personaId === personaId);
    const debt = found && veiled(found);
    const purpose = purposes.get(personaId);
    const lastSent = letters.findLast((letter) => letter.personaId === personaId)?.sentAt;
    return {
      promise: purpose?.promise || null,
      promiseOn: debt?.promiseOn ?? purpose?.promiseOn ?? null,
      ...{ heard: debt?.heard ?? 0, told: debt?.told ?? 0, isQuiet: isInConfidence(wave.confidentiality) },
      letterOn: lastSent ? dayIn(timeZone, lastSent) : null,
      daysOver: daysOver(debt, today),
      decisions: decisions.filter(({ personaIds }) => personaIds.includes(personaId)),
      work: work.get(personaId) ?? NO_WORK,
    };
  };
}

/** A decision belongs to the wave that was the last one sent when it was made. */
function isOfWave(decidedAt: number, wave: WaveLine, waves: readonly WaveLine[]): boolean {
  const from = wave.sentAt ?? 0;
  const later = waves.filter(
    (one) => one.programmeId === wave.programmeId && one.kind === wave.kind && (one.sentAt ?? 0) > from,
  );
  const until = Math.min(...later.map(({ sentAt }) => sentAt ?? 0));
  return decidedAt >= from && decidedAt < until;
}

/** Of what may be told: in confidence a day that has passed is passed, whether or not anybody answered. */
function daysOver(debt: ReadDebt | undefined, today: string): number {
  if (!debt || debt.promiseOn === null || !isOverdue(debt, today)) return 0;
  return Temporal.PlainDate.from(debt.promiseOn).until(today, { largestUnit: 'day' }).days;
}
