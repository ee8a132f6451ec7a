import type { Change, CommitteeLane } from './committee.ts';
import type { Seat } from './seat.ts';

/** Who came and who went, the latest first. Moving to another role is both. */
export function historyOf(lanes: readonly CommitteeLane[]): Change[] {
  return lanes
    .flatMap((lane) => [...lane.sitting, ...lane.left].flatMap((seat) => changesOf(lane, seat)))
    .sort((a, b) => b.at - a.at);
}

function changesOf({ persona }: CommitteeLane, seat: Seat): Change[] {
  const { personName, startedAt, endedAt, endReason } = seat;
  const came: Change = { kind: 'came', at: startedAt, persona, personName, reason: null };
  if (endedAt === null) return [came];
  return [came, { kind: 'went', at: endedAt, persona, personName, reason: endReason }];
}
