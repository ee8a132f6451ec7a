import type { KeyboardEvent, PointerEvent } from 'react';

interface GripProps {
  id: string;
  label: string;
  /** By how many places, or to an end. */
  onMove(by: number): void;
  onGrab(event: PointerEvent<HTMLButtonElement>): void;
}

const STEPS: Record<string, number> = {
  ArrowUp: -1,
  ArrowDown: 1,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** Six dots: drag them, or focus them and use the arrow keys. */
export function Grip({ id, label, onMove, onGrab }: GripProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    const by = STEPS[event.key];
    if (by === undefined) return;
    event.preventDefault();
    onMove(by);
  };
  return (
    <button
      className="grip"
      type="button"
      id={id}
      aria-label={label}
      onKeyDown={onKeyDown}
      onPointerDown={onGrab}
    >
      <svg width="12" height="16" viewBox="0 0 12 16" aria-hidden="true" fill="currentColor">
        {[3, 8, 13].map((y) => (
          <g key={y}>
            <circle cx="3" cy={y} r="1.5" />
            <circle cx="9" cy={y} r="1.5" />
          </g>
        ))}
      </svg>
    </button>
  );
}
