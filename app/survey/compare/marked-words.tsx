import type { MarkedPart } from './mark-differences.ts';

/** A wording with what differs from its twins underlined. */
export function MarkedWords({ parts }: { parts: readonly MarkedPart[] }) {
  return (
    <span className="differs">
      {parts.map(({ text, differs }, index) =>
        // The parts of one wording never change place.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        differs ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
      )}
    </span>
  );
}
