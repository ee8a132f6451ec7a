/** How a seat stands in the wave that is shown. */
export type SeatState = 'heard' | 'not_heard' | 'declined' | 'left' | 'unknown';

/** Why it stands so, where the state alone does not say it. */
export type Why = 'not_reached' | 'in_confidence' | 'not_asked' | 'unconfirmed' | null;

/** One time that a seat was asked, or answered unasked. */
export interface Mark {
  waveId: string;
  waveName: string;
  /** ms since 1970 UTC. */
  at: number;
  /** Nobody can tell where answers were given in confidence. */
  state: 'heard' | 'not_heard' | 'unknown';
  /** This one person's answer, 0 to 10; null where they gave none, or may not be shown. */
  score: number | null;
}

/** Somebody in a role at the account, now or before; times are ms since 1970 UTC. */
export interface Role {
  roleId: string;
  personId: string;
  personName: string | null;
  title: string | null;
  startedAt: number;
  endedAt: number | null;
  endReason: string | null;
  confirmedAt: number | null;
}

/** The same with how it stands; the name is null for a reader who may not see who it is. */
export interface Seat extends Role {
  state: SeatState;
  why: Why;
  /** This one person's answer in the wave that is shown, 0 to 10. */
  score: number | null;
  /** Oldest first. */
  marks: Mark[];
  /** Since they last answered by name: when that was, and how often they were asked in vain. */
  heardAt: number | null;
  askedInVain: number;
}

/** What somebody was asked, as far as it bears on their seat. */
export interface AskedSeat {
  roleId: string;
  waveId: string;
  waveName: string;
  confidentiality: 'attributed' | 'confidential' | 'unlinkable';
  askedAt: number;
  /** By the one rule of who is silent (`silence.store.server.ts`); false where the letter did not arrive. */
  isInVain: boolean;
}

/** What somebody answered by name. */
export interface HeardSeat {
  waveId: string;
  waveName: string;
  answeredAt: number;
  score: number | null;
}

interface Known {
  row: Role;
  asked: readonly AskedSeat[];
  heard: readonly HeardSeat[];
  /** They asked not to be written to. */
  hasDeclined: boolean;
  isNamed: boolean;
}

/** One seat with everything known of it, as it stands in one wave; null where no wave is shown. */
export function seatOf(known: Known, waveId: string | null): Seat {
  const { row, isNamed } = known;
  const marks = marksOf(known);
  const lastHeard = marks.findLastIndex(({ state }) => state === 'heard');
  const since = marks.slice(lastHeard + 1);
  const inVain = new Set(known.asked.filter((one) => one.isInVain).map((one) => one.waveId));
  return {
    ...row,
    // A title, and why somebody left, may say who it is.
    ...(isNamed ? {} : { personName: null, title: null, endReason: null }),
    ...standingOf(known, waveId),
    score: marks.find((mark) => mark.waveId === waveId)?.score ?? null,
    marks,
    heardAt: marks[lastHeard]?.at ?? null,
    askedInVain: since.filter(({ state, waveId: id }) => state === 'not_heard' && inVain.has(id)).length,
  };
}

function standingOf({ row, asked, heard, hasDeclined }: Known, waveId: string | null) {
  const is = (state: SeatState, why: Why = null) => ({ state, why });
  if (row.endedAt !== null) return is('left');
  if (heard.some((one) => one.waveId === waveId)) return is('heard');
  const here = asked.find((one) => one.waveId === waveId);
  if (hasDeclined) return is('declined');
  if (!here) return is('unknown', row.confirmedAt === null ? 'unconfirmed' : 'not_asked');
  if (here.confidentiality !== 'attributed') return is('unknown', 'in_confidence');
  return is('not_heard', here.isInVain ? null : 'not_reached');
}

/** Each wave once: what was answered stands in the place of the question. */
function marksOf({ asked, heard }: Known): Mark[] {
  const answered = new Map(heard.map((one) => [one.waveId, one]));
  const open = asked.filter(({ waveId }) => !answered.has(waveId));
  return [
    ...[...answered.values()].map(
      ({ waveId, waveName, answeredAt, score }): Mark => ({
        ...{ waveId, waveName, at: answeredAt, state: 'heard', score },
      }),
    ),
    ...open.map(
      ({ waveId, waveName, askedAt, confidentiality }): Mark => ({
        ...{ waveId, waveName, at: askedAt, score: null },
        state: confidentiality === 'attributed' ? 'not_heard' : 'unknown',
      }),
    ),
  ].sort((a, b) => a.at - b.at);
}
