import type { PersonaBase } from '#app/persona/persona.ts';

/** A lane on white paper: the shape on its own 16 by 16 grid, its core for a custom persona, and its three tones. */
export interface LaneInk {
  outline: string;
  core: string;
  mark: string;
  word: string;
  wash: string;
}

/** As the pages draw them (`ui/glyph.tsx`, `ui/style/tokens.css`); a test holds the two together. */
export const LANE_INK = {
  end_user: {
    outline: 'M8 1.25a6.75 6.75 0 1 1 0 13.5a6.75 6.75 0 1 1 0-13.5z',
    core: 'M8 5.5a2.5 2.5 0 1 1 0 5a2.5 2.5 0 1 1 0-5z',
    ...{ mark: '#1b4f9f', word: '#1b4f9f', wash: '#d3deef' },
  },
  influencer: {
    outline: 'M8 1.25 15.25 14.5H.75z',
    core: 'M8 7.2 11.2 12.6H4.8z',
    ...{ mark: '#bf7d1c', word: '#865000', wash: '#f6e2c3' },
  },
  buyer: {
    outline: 'M2 2h12v12H2z',
    core: 'M6 6h4v4H6z',
    ...{ mark: '#66054a', word: '#66054a', wash: '#ecd5e4' },
  },
  advocate: {
    outline: 'M8 .5 15.5 8 8 15.5.5 8z',
    core: 'M8 5.5 10.5 8 8 10.5 5.5 8z',
    ...{ mark: '#0f7d6e', word: '#0b6a5d', wash: '#c9e6e0' },
  },
} as const satisfies Record<PersonaBase, LaneInk>;

/** Ink and rules on white paper; only lanes have a hue. */
export const PAPER_INK = {
  paper: '#ffffff',
  ink: '#15181c',
  ink2: '#474e58',
  ink3: '#646c78',
  rule: '#dde0e5',
  rule2: '#aeb5bf',
  marker: '#ffe357',
} as const;
