import { byLane, type PersonaLabel } from '#app/persona/persona.ts';

/** Lane order for labels, which carry no position of their own: customs of one base keep the order they came in. */
export function byFixedLane(a: PersonaLabel, b: PersonaLabel): number {
  return byLane({ ...a, position: 0 }, { ...b, position: 0 });
}
