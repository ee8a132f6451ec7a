import { useEffect, useId, useRef } from 'react';

export interface Fault {
  /** The id of the field it belongs to. */
  readonly field: string;
  readonly message: string;
}

/** What has to be mended before the form can be kept, each line a link to its field. */
export function ErrorSummary({ faults }: { faults: readonly Fault[] }) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (faults.length > 0) box.current?.focus();
  }, [faults]);
  if (faults.length === 0) return null;
  return (
    <div className="faults" role="alert" aria-labelledby={id} tabIndex={-1} ref={box}>
      <h2 id={id}>{faults.length === 1 ? 'One thing to mend' : `${faults.length} things to mend`}</h2>
      <ul>
        {faults.map(({ field, message }) => (
          <li key={`${field} ${message}`}>
            <a href={`#${field}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
