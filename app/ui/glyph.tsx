import type { ReactElement } from 'react';

/** The four lanes in the order that never changes and is never a ranking. */
export const LANES = ['end_user', 'influencer', 'buyer', 'advocate'] as const;
export type LaneName = (typeof LANES)[number];

/** heard, asked and not heard, declined, left, empty, nobody can tell */
export type SeatState = 'filled' | 'outline' | 'bar' | 'struck' | 'vacant' | 'untold';

/** A persona as every picture needs it: its lane, and whether it is a custom persona under that lane. */
export interface LaneIdentity {
  readonly lane: LaneName;
  readonly core?: boolean;
}

const OUTLINE = {
  end_user: 'M8 1.25a6.75 6.75 0 1 1 0 13.5a6.75 6.75 0 1 1 0-13.5z',
  influencer: 'M8 1.25 15.25 14.5H.75z',
  buyer: 'M2 2h12v12H2z',
  advocate: 'M8 .5 15.5 8 8 15.5.5 8z',
} satisfies Record<LaneName, string>;

const CORE = {
  end_user: 'M8 5.5a2.5 2.5 0 1 1 0 5a2.5 2.5 0 1 1 0-5z',
  influencer: 'M8 7.2 11.2 12.6H4.8z',
  buyer: 'M6 6h4v4H6z',
  advocate: 'M8 5.5 10.5 8 8 10.5 5.5 8z',
} satisfies Record<LaneName, string>;

const QUERY = {
  end_user: 'M6.3 6.4a1.75 1.75 0 1 1 2.6 1.5c-.6.35-.9.7-.9 1.3',
  influencer: 'M6.5 8.2a1.6 1.6 0 1 1 2.4 1.3c-.6.35-.9.6-.9 1.1',
  buyer: 'M6.3 6.2a1.75 1.75 0 1 1 2.6 1.5c-.6.35-.9.7-.9 1.3',
  advocate: 'M6.4 6.6a1.65 1.65 0 1 1 2.5 1.4c-.6.35-.9.7-.9 1.2',
} satisfies Record<LaneName, string>;

/** The shape on its own 16 by 16 grid, for use inside a larger drawing. */
export function Shape({ lane, core = false, state = 'filled' }: LaneIdentity & { state?: SeatState }) {
  const outline = OUTLINE[lane];
  switch (state) {
    case 'filled':
      return core ? <CoredShape lane={lane} /> : <path className="dot" d={outline} />;
    case 'outline':
      return <path className="hollow" d={outline} />;
    case 'bar':
      return <CrossedShape lane={lane} stroke="M4.5 8h7" />;
    case 'struck':
      return <CrossedShape lane={lane} stroke="M1 15 15 1" />;
    case 'vacant':
      return <path className="vacant" d={outline} />;
    case 'untold':
      return <UntoldShape lane={lane} />;
    default:
      return state satisfies never;
  }
}

interface GlyphProps extends LaneIdentity {
  state?: SeatState;
  /** Side in px at the default text size. */
  size?: number;
  /** What the shape says. Without it the shape is decoration beside a word. */
  label?: string;
}

export function Glyph({ lane, core, state, size = 16, label }: GlyphProps): ReactElement {
  const side = `${size / 16}rem`;
  const frame = { className: `glyph ${lane}`, viewBox: '-.5 -.5 17 17', width: side, height: side };
  const shape = <Shape lane={lane} core={core} state={state} />;
  if (label === undefined)
    return (
      <svg {...frame} aria-hidden="true">
        {shape}
      </svg>
    );
  return (
    <svg {...frame} role="img" aria-label={label}>
      {shape}
    </svg>
  );
}

/** Shape and word together: a hue never stands alone. */
export function PersonaName({
  name,
  size = 14,
  ...identity
}: LaneIdentity & { name: string; size?: number }) {
  return (
    <span className="persona">
      <Glyph {...identity} size={size} />
      {name}
    </span>
  );
}

function CoredShape({ lane }: { lane: LaneName }) {
  return (
    <>
      <path className="hollow" d={OUTLINE[lane]} />
      <path className="dot" d={CORE[lane]} />
    </>
  );
}

/** A broken outline, for what cannot be told, round a question mark: it is no empty seat. */
function UntoldShape({ lane }: { lane: LaneName }) {
  return (
    <>
      <path className="vacant" d={OUTLINE[lane]} />
      <path className="query" d={`${QUERY[lane]} m0 2.6v.1`} />
    </>
  );
}

function CrossedShape({ lane, stroke }: { lane: LaneName; stroke: string }) {
  return (
    <>
      <path className="hollow" d={OUTLINE[lane]} />
      <path className="cross" d={stroke} />
    </>
  );
}
