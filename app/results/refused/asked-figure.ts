import { z } from 'zod';

/** What was asked for where the answer was the split, as it is written down. */
const AskedFigure = z.strictObject({
  results: z.string(),
  /** The personas named, by id, in lane order; empty where none was. */
  personas: z.array(z.string()),
});
export type AskedFigure = z.infer<typeof AskedFigure>;

/**
 * As JSON. Of the personas that somebody named only those stand in it that exist: what else was said holds any character,
 * and is different each time.
 */
export function writeAsked(waveId: string, named: readonly string[], known: readonly string[]): string {
  return JSON.stringify({ results: waveId, personas: known.filter((id) => named.includes(id)) });
}

/** Null where something else than a figure was asked for. */
export function readAsked(asked: string): AskedFigure | null {
  if (!asked.startsWith('{')) return null;
  return AskedFigure.nullable().catch(null).parse(parseJson(asked));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
