import { useId } from 'react';
import { type LaneIdentity, Shape } from '#app/ui/glyph.tsx';
import { SideScroll } from '#app/ui/side-scroll.tsx';
import { layOutSnake, type Snake, type SnakeTouch } from './snake.ts';

interface SnakeViewProps extends LaneIdentity {
  /** Whose way it is. */
  title: string;
  /** Oldest first. */
  touches: readonly SnakeTouch[];
  /** Touches that came before these. */
  before: number;
  /** IANA */
  zone: string;
}

const MARK = 12;

/** The recorded way of one person from moment to moment. Its table stands beside it. */
export function SnakeView({ title, touches, before, zone, ...identity }: SnakeViewProps) {
  const id = useId();
  const month = new Intl.DateTimeFormat('en-GB', { timeZone: zone, month: 'short', year: 'numeric' });
  const snake = layOutSnake(touches, (at) => month.format(at), before);
  const { width, height, points } = snake;
  return (
    <div className={`snake ${identity.lane}`}>
      <MomentNames rows={snake.rows} />
      <SideScroll label={`${title}, as a drawing`}>
        <svg
          viewBox={`0 0 ${width} ${height}`}
          width={`${width / 16}rem`}
          height={`${height / 16}rem`}
          role="img"
          aria-labelledby={`${id}t`}
          aria-describedby={`${id}d`}
        >
          <title id={`${id}t`}>{title}</title>
          <desc id={`${id}d`}>{points.map(({ words }) => words).join('. ')}.</desc>
          <Lines snake={snake} monthName={(at) => month.format(at)} />
          <path className="way" d={snake.path} />
          {points.map(({ x, y, words }) => (
            <svg
              key={words}
              className="mark"
              x={x - MARK / 2}
              y={y - MARK / 2}
              width={MARK}
              height={MARK}
              viewBox="-1 -1 18 18"
            >
              <title>{words}</title>
              <Shape {...identity} />
            </svg>
          ))}
        </svg>
      </SideScroll>
    </div>
  );
}

/** Stay in sight while the way is scrolled. The drawing tells them to whoever hears it. */
function MomentNames({ rows }: Pick<Snake, 'rows'>) {
  return (
    <ul aria-hidden="true">
      {rows.map(({ momentId, name }) => (
        <li key={momentId}>
          <span>{name}</span>
        </li>
      ))}
    </ul>
  );
}

function Lines({
  snake: { rows, months, width, height },
  monthName,
}: {
  snake: Snake;
  monthName(at: number): string;
}) {
  return (
    <>
      {rows.map(({ momentId, y }) => (
        <line key={momentId} className="grid" x1="0" x2={width} y1={y} y2={y} />
      ))}
      {months.map(({ x, at }) => (
        <g key={x}>
          <line className="grid" x1={x} x2={x} y1={height - 26} y2={height - 20} />
          <text x={x} y={height - 8} textAnchor={x > width - 60 ? 'end' : x < 30 ? 'start' : 'middle'}>
            {monthName(at)}
          </text>
        </g>
      ))}
    </>
  );
}
