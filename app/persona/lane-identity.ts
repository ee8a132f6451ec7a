import { isBase, type PersonaBase, type PersonaLabel } from './persona.ts';

/** A persona as pictures draw it: its base's shape, with a core when it is a special case of that base. */
export function laneIdentity({ id, base }: Pick<PersonaLabel, 'id' | 'base'>): {
  lane: PersonaBase;
  core: boolean;
} {
  return { lane: base, core: !isBase(id) };
}
