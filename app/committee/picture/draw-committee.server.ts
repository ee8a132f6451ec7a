import type { Account } from '#app/audience/account.ts';
import type { SeatRow } from '#app/audience/account-list.store.server.ts';
import type { Persona } from '#app/persona/persona.ts';
import { apartPairs, patternOf } from '#app/results/apart.ts';
import { coverageOf } from '#app/results/coverage.ts';
import type { WaveLine } from '#app/results/lane.store.server.ts';
import type { Voice } from '#app/results/read-account-voices.server.ts';
import type { Sample } from '#app/results/sample.ts';
import type { ScoreScale } from '#app/results/scale.ts';
import { hasASeat, type Template } from '../template/template.ts';
import type { AskedRow } from './asked.store.server.ts';
import type { Committee, CommitteeLane } from './committee.ts';
import { drawLane } from './draw-lane.server.ts';
import { toAccountGap } from './gap.ts';
import { historyOf } from './history.ts';
import { stanceOf } from './stance.ts';

/** Everything known of one account, from which its picture is drawn. */
export interface Drawn {
  account: Account;
  waves: readonly WaveLine[];
  wave: WaveLine | null;
  personas: readonly Persona[];
  template: Template;
  seats: readonly SeatRow[];
  asked: readonly (AskedRow & { isInVain: boolean })[];
  voices: readonly Voice[];
  /** Persons who asked not to be written to. */
  declined: ReadonlySet<string>;
  /** One for each persona that scored in the wave. */
  samples: readonly Sample<ScoreScale>[];
  names: 'all' | 'attributed';
}

/** The picture of one account in one wave. Custom personas stand on their own rows, under their base. */
export function drawCommittee(drawn: Drawn): Committee {
  const { account, waves, wave, personas, template, samples } = drawn;
  const isTold = wave !== null && wave.confidentiality === 'attributed';
  const lanes = personas.map((persona) => drawLane(persona, drawn)).filter(isWorthDrawing);
  const heardLanes = lanes.filter(({ heard }) => heard !== null && heard > 0);
  const [only] = heardLanes;
  return {
    ...{ account, waves: [...waves], wave, isTold, lanes },
    coverage: isTold ? coverageOf(requiredIn(template, personas), heardIn(lanes)) : null,
    stances: isTold ? lanes.flatMap((lane) => stanceOf(lane, samples) ?? []) : [],
    pattern: patternOf(samples),
    trunk: heardLanes.length === 1 && only ? { persona: only.persona, people: only.heard ?? 0 } : null,
    gaps: apartPairs(samples)
      .map((apart) => toAccountGap(apart, samples))
      .sort((a, b) => b.points - a.points),
    history: historyOf(lanes),
  };
}

function requiredIn(template: Template, personas: readonly Persona[]): Template {
  const seats = personas.filter(hasASeat).map(({ id }) => [id, template[id] ?? 0] as const);
  return Object.fromEntries(seats);
}

function heardIn(lanes: readonly CommitteeLane[]): Record<string, number> {
  return Object.fromEntries(lanes.map(({ persona, heard }) => [persona.id, heard ?? 0]));
}

/** The four lanes are always drawn; a custom persona only where it is of some account. */
function isWorthDrawing({ persona, required, sitting, left, voices }: CommitteeLane): boolean {
  const isAnybody = sitting.length + left.length + voices.length > 0;
  return isAnybody || required > 0 || (persona.id === persona.base && persona.closedAt === null);
}
