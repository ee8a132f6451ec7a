const WAVES = [
  { x: 80, label: 'Wave 1' },
  { x: 420, label: 'Wave 2' },
] as const;
const y = (score: number) => 110 - score * 1.4;

/** The line of the total is dotted and has no number: no page prints one but the guide that shows it to be wrong. */
export function MixShift() {
  return (
    <svg className="mix-shift" viewBox="0 0 520 230" role="img" aria-labelledby="mix-title mix-desc">
      <title id="mix-title">Both personas fall, a total would rise</title>
      <desc id="mix-desc">
        End-users go from +50 to +45 and buyers from −20 to −40. A dotted line without a number between them
        goes up.
      </desc>
      {WAVES.map(({ x, label }) => (
        <g key={label}>
          <line className="grid" x1={x} x2={x} y1="20" y2="190" />
          <text className="tick" x={x} y="214" textAnchor="middle">
            {label}
          </text>
        </g>
      ))}
      <line className="axis-0" x1="60" x2="440" y1={y(0)} y2={y(0)} />
      <line className="total-line" x1="80" x2="420" y1={y(15)} y2={y(38)} strokeDasharray="2 5" />
      <text className="tick" x="250" y={y(6)} textAnchor="middle" fontStyle="italic">
        a total would say “rising”
      </text>
      <g className="end_user">
        <line className="lane-line" x1="80" x2="420" y1={y(50)} y2={y(45)} />
        <circle className="halo" cx="80" cy={y(50)} r="7" />
        <circle className="halo" cx="420" cy={y(45)} r="7" />
        <text className="val" x="66" y={y(50) + 5} textAnchor="end">
          +50
        </text>
        <text className="val" x="436" y={y(45) + 5}>
          +45
        </text>
      </g>
      <g className="buyer">
        <line className="lane-line" x1="80" x2="420" y1={y(-20)} y2={y(-40)} />
        <rect className="halo" x="73" y={y(-20) - 7} width="14" height="14" />
        <rect className="halo" x="413" y={y(-40) - 7} width="14" height="14" />
        <text className="val" x="66" y={y(-20) + 5} textAnchor="end">
          −20
        </text>
        <text className="val" x="436" y={y(-40) + 5}>
          −40
        </text>
      </g>
    </svg>
  );
}
