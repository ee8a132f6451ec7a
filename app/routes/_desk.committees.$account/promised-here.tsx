import type { OpenLine } from '#app/followup/open-line.ts';
import { Section } from '#app/ui/section.tsx';
import { When } from '#app/ui/time.tsx';

/** What is open here for readers who have no page of follow-ups: what, whose and by when. */
export function PromisedHere({ lines, now }: { lines: readonly OpenLine[]; now: number }) {
  return (
    <Section title="Promised here">
      {lines.length === 0 ? (
        <p className="small">Nothing is promised here.</p>
      ) : (
        <ul className="rows">
          {lines.map(({ slug, what, ownerName, personName, dueAt }) => (
            <li key={slug}>
              {what}
              <span className="small quiet">
                {' '}
                {personName && `${personName}, `}
                {ownerName}, {dueAt < now ? 'overdue since ' : 'due '}
                <When at={dueAt} zone="UTC" locale="en-GB" />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
