import { inSentence } from '#app/persona/persona.ts';

/** What a lane of a wave owes its respondents: an answer to their answers (DOMAIN A11). */
export interface LaneDebt {
  waveId: string;
  waveName: string;
  personaId: string;
  /** The persona's plural, such as "Buyers". */
  plural: string;
  /** Respondents, and how many of them were told what came of it. */
  heard: number;
  told: number;
  /** ISO day until which they were to be told; null where nothing was promised. */
  promiseOn: string | null;
  /** Answers were given in confidence: how many is for the brake alone, and told to nobody. */
  isQuiet: boolean;
}

/** Of a hundred respondents, how many may be owed an answer after the day promised. Settings only make it fewer. */
export const MOST_OWED_PERCENT = 25;

export function owedBy({ heard, told }: Pick<LaneDebt, 'heard' | 'told'>): number {
  return Math.max(0, heard - told);
}

/** A debt as it may leave the house: in confidence no number, and nothing that the first answer would change. */
export function veiled<T extends LaneDebt>(debt: T): T {
  if (!debt.isQuiet) return debt;
  const owed = debt.told > 0 && owedBy(debt) === 0 ? 0 : 1;
  return { ...debt, heard: 1, told: 1 - owed, ...('owed' in debt ? { owed } : {}) };
}

/** @param today ISO day */
export function isOverdue(lane: LaneDebt, today: string): boolean {
  return owedBy(lane) > 0 && lane.promiseOn !== null && lane.promiseOn < today;
}

/** Whether it holds up the next wave to this persona: more than `percent` of a hundred are owed, past the day promised. */
export function isBraking(lane: LaneDebt, { today, percent }: { today: string; percent: number }): boolean {
  return isOverdue(lane, today) && owedBy(lane) * 100 > lane.heard * percent;
}

/** A send that would ask a persona again before what it said the last time was answered. */
export interface DebtRefusal {
  kind: 'in_debt';
  code: 'ACTION_DEBT';
  status: 422;
  message: string;
  debts: LaneDebt[];
}

export const DEBT_WAYS = 'Tell them what came of it, tell them no and why, or shut the programme.';

export function actionDebt(debts: LaneDebt[]): DebtRefusal {
  const message = `${debts.map((debt) => sayDebt(debt, { isOverdue: true })).join(' ')} ${DEBT_WAYS}`;
  return { kind: 'in_debt', code: 'ACTION_DEBT', status: 422, message, debts };
}

/** Such as: 40 buyers answered “March”. 31 have not heard back, and it was promised for 3 April 2026. */
export function sayDebt(lane: LaneDebt, { isOverdue: isLate }: { isOverdue: boolean }): string {
  if (lane.isQuiet) return sayQuietDebt(lane, isLate);
  const { heard, waveName, promiseOn } = lane;
  const owed = owedBy(lane);
  const all = heard === 1 ? `1 of the ${inSentence(lane.plural)}` : `${heard} ${inSentence(lane.plural)}`;
  const answered = `${all} answered “${waveName}”.`;
  if (!isLate) {
    const by = promiseOn === null ? '' : ` by ${longDay(promiseOn)}`;
    return `${answered} ${owed === 1 ? '1 is' : `${owed} are`} to hear back${by}.`;
  }
  const have = owed === 1 ? '1 has' : `${owed} have`;
  const promised = promiseOn === null ? '' : `, and it was promised for ${longDay(promiseOn)}`;
  return `${answered} ${have} not heard back${promised}.`;
}

function sayQuietDebt({ plural, waveName, promiseOn }: LaneDebt, isLate: boolean): string {
  const answered = `${plural} who answered “${waveName}” in confidence`;
  const day = promiseOn === null ? null : longDay(promiseOn);
  if (!isLate) return `${answered} are to hear back${day === null ? '' : ` by ${day}`}.`;
  return `${answered} have not all heard back${day === null ? '' : `, and it was promised for ${day}`}.`;
}

const LONG_DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** @param day ISO day */
export function longDay(day: string): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(at) ? day : LONG_DAY.format(at);
}
