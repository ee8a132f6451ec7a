export type WaveState = 'draft' | 'open' | 'closed';

export const WAVE_STATE_WORDS = {
  draft: 'Being prepared',
  open: 'Open',
  closed: 'Closed',
} as const satisfies Record<WaveState, string>;
