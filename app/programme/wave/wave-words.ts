export type WaveState = 'draft' | 'open' | 'closed';

/** `link`: whoever came to a page or chat and said themselves what they do; never a list of people asked by name. */
export type WaveKind = 'asked' | 'link';

/** The name under which a wave is listed and read. Nobody may take the answers of a link for those of people asked. */
export function waveTitle({ name, kind }: { name: string; kind: WaveKind }): string {
  return kind === 'link' ? `${name}, through a link, self-declared` : name;
}

export const WAVE_STATE_WORDS = {
  draft: 'Being prepared',
  open: 'Open',
  closed: 'Closed',
} as const satisfies Record<WaveState, string>;
