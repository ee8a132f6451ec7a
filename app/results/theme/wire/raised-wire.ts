import { z } from 'zod';

export const WaveThemesQuery = z.strictObject({
  sort: z.string().optional().meta({
    description: 'There is no order over personas: asked for one, the answer is the same lists as 422.',
  }),
});

export const RaisedOut = z.object({
  theme: z.string(),
  name: z.string(),
  raised: z.enum(['raised', 'not_raised', 'not_heard', 'withheld']).meta({
    description: '`not_heard`: nobody answered. `not_raised`: they answered and did not raise it.',
  }),
  speakers: z.int().nullable().meta({
    description: 'People, each once; null where it can’t be told. In confidence the lower end of a band.',
  }),
  speakers_to: z.int().nullable().meta({ description: 'The upper end of the band; otherwise as speakers.' }),
});

const PersonaThemesOut = z.object({
  heard: z.int().meta({ description: 'In confidence the lower end of a band; 0 where that is not told.' }),
  heard_to: z.int().meta({ description: 'The upper end of the band; otherwise as heard.' }),
  known: z.int().nullable(),
  themes: z.array(RaisedOut).meta({ description: 'What this persona raised most stands first.' }),
});

const byPersona = z.record(z.string(), PersonaThemesOut).meta({ description: 'By persona id.' });

/** Who raised what in a wave. No slot for a number over personas. */
export const WaveThemesOut = z.object({ by_persona: byPersona });

export const ThemeSplitOut = z.object({
  error: z.object({
    code: z.literal('PERSONA_REQUIRED'),
    message: z.string(),
    instead: WaveThemesOut,
    why: z.literal('/docs/orples'),
  }),
});
