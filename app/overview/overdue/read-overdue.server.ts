import { Temporal } from 'temporal-polyfill';
import { listOverdue, type OverdueFollowUp } from '#app/followup/queue/list-overdue.server.ts';
import { listPersonas } from '#app/persona/persona.store.server.ts';
import type { PersonaLabel } from '#app/persona/persona.ts';
import { dayIn } from '#app/platform/clock.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { readAskingRules } from '#app/programme/asking/read-asking-rules.server.ts';
import { isOverdue, veiled } from '#app/programme/told/debt.ts';
import { type ReadDebt, readDebts } from '#app/programme/told/read-debts.server.ts';
import { listPurposes } from '#app/results/purpose.store.server.ts';
import { firstOverdue, type Overdue, type OverduePromise } from './overdue.ts';

/** What a programme promised and has not kept by its day, whichever wave it was promised in; it names no respondent. */
export async function readOverdue(
  db: Db,
  workspace: Workspace,
  { programmeId, now }: { programmeId: string; now: number },
): Promise<Overdue> {
  const [{ timeZone }, all, purposes, debts, work] = await Promise.all([
    readAskingRules(db, workspace),
    listPersonas(db, workspace),
    listPurposes(db, workspace, programmeId),
    readDebts(db, workspace, { now, programmeId }),
    listOverdue(db, workspace, { programmeId, now, limit: READ }),
  ]);
  const today = dayIn(timeZone, now);
  const daysSince = (day: string) => Temporal.PlainDate.from(day).until(today, { largestUnit: 'day' }).days;
  const personas = new Map(all.map((one) => [one.id, one]));
  // What may be told of a debt decides: in confidence its day alone, and not how many answered.
  const owed = debts
    .map(veiled)
    .filter((debt) => isOverdue(debt, today))
    .flatMap((debt) => {
      const persona = personas.get(debt.personaId);
      const promise = purposes.get(debt.personaId)?.promise;
      return persona ? [sayOwed(debt, { persona, promise, days: daysSince(debt.promiseOn ?? today) })] : [];
    });
  const alike = Map.groupBy(work.first, ({ what, personaId, ownerName }) =>
    JSON.stringify([what, personaId, ownerName]),
  );
  const waiting = [...alike.values()].flatMap((group) => {
    const persona = personas.get(group[0]!.personaId);
    const dueOn = dayIn(timeZone, group[0]!.dueAt);
    return persona ? [sayWaiting(group, { persona, dueOn, days: daysSince(dueOn) })] : [];
  });
  return firstOverdue([...owed, ...waiting], owed.length + work.all);
}

/** Follow-ups looked through for those that say the same. */
const READ = 100;

function sayWaiting(
  group: readonly OverdueFollowUp[],
  at: { persona: PersonaLabel; dueOn: string; days: number },
): OverduePromise {
  const [{ id, what, ownerName }, times] = [group[0]!, group.length];
  const about = times === 1 ? `A follow-up of ${ownerName}` : `${times} follow-ups of ${ownerName}`;
  return { key: id, what, about, times, ...at };
}

function sayOwed(
  { waveId, waveName, owed, heard, promiseOn, isQuiet }: ReadDebt,
  { persona, promise, days }: { persona: PersonaLabel; promise: string | undefined; days: number },
): OverduePromise {
  const have = owed === 1 ? 'has' : 'have';
  return {
    key: `${waveId} ${persona.id}`,
    what: promise || 'What came of their answers',
    persona,
    about: isQuiet
      ? `Not all who answered “${waveName}” in confidence have heard back`
      : `${owed} of ${heard} who answered “${waveName}” ${have} not heard back`,
    times: 1,
    dueOn: promiseOn ?? '',
    days,
  };
}
