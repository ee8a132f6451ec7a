import { afterAll, beforeAll, describe } from 'vitest';
import { holdsCoverage } from './properties/covered.ts';
import { holdsEmptySeat } from './properties/empty-seat.ts';
import { holdsMix } from './properties/mix.ts';
import { holdsPermutation } from './properties/permutation.ts';
import { holdsRelabelling } from './properties/relabel.ts';
import { holdsTranslation } from './properties/translation.ts';
import { closeWorlds, openWorlds, type Worlds } from './properties/worlds.ts';

/** The properties of the refusal boundary (DOMAIN 3.1), on everything that anybody can read. */
let worlds: Worlds;
beforeAll(async () => {
  worlds = await openWorlds();
});
afterAll(() => closeWorlds(worlds));

describe('translation', () => holdsTranslation(() => worlds));
describe('permutation', () => holdsPermutation(() => worlds));
describe('relabelling', () => holdsRelabelling(() => worlds));
describe('mix', () => holdsMix(() => worlds));
describe('an empty seat', () => holdsEmptySeat(() => worlds));
describe('what the properties read', holdsCoverage);
