import { Link } from '@remix-run/react';
import { Section } from '#app/ui/section.tsx';
import { When } from '#app/ui/time.tsx';
import type { OpenLine } from './open-line.ts';

/** What is open about one person or one account, and the way to open one more. */
export function OpenFollowUps({
  lines,
  newTo,
  now,
}: {
  lines: readonly OpenLine[];
  newTo: string;
  now: number;
}) {
  return (
    <Section title="Follow-ups" id="follow-ups">
      {lines.length > 0 && (
        <ul className="rows">
          {lines.map(({ slug, what, ownerName, personName, dueAt }) => (
            <li key={slug}>
              <Link to={`/follow-ups/${slug}`}>{what}</Link>
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
      <p className="small">
        {lines.length === 0 && 'Nothing is to be done. '}
        <Link to={newTo}>Open a follow-up</Link>
      </p>
    </Section>
  );
}
