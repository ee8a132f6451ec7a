import { useId } from 'react';

interface ProgressProps {
  label: string;
  done: number;
  /** Null while it is still being counted. */
  total: number | null;
  /** "about 2 minutes left" */
  left?: string;
}

/** Long work in counts. The page may be left; the work goes on. */
export function Progress({ label, done, total, left }: ProgressProps) {
  const id = useId();
  return (
    <div className="progress">
      <label htmlFor={id}>{label}</label>
      <progress id={id} max={total ?? undefined} value={total === null ? undefined : done} />
      <p className="note">
        {total === null ? `${done} so far` : `${done} of ${total}`}
        {left && `, ${left}`}
      </p>
    </div>
  );
}
