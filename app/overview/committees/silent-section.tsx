import { Link } from '@remix-run/react';
import { laneIdentity } from '#app/persona/lane-identity.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import { Day } from '#app/ui/day.tsx';
import { Glyph } from '#app/ui/glyph.tsx';
import { Section } from '#app/ui/section.tsx';
import { inDays, RENEWAL_DAYS, type SilentView } from './committees.ts';

const HEAD = [{ label: 'Account and seat' }, { label: 'Renews', numeric: true }];

/** Buyers who were asked by name and not heard, where a renewal is near: silence is a result. */
export function SilentSection({ silent }: { silent: readonly SilentView[] }) {
  const title = 'Silent buyers, renewal ahead';
  if (silent.length === 0)
    return <Section title={title} lead={`None at an account that renews within ${RENEWAL_DAYS} days.`} />;
  return (
    <Section title={title}>
      <DataTable
        caption={`Buyers not heard at accounts that renew within ${RENEWAL_DAYS} days`}
        captionHidden
        head={HEAD}
        rows={silent.map(({ key, persona, accountName, personName, to, asked, renewalOn, days }) => ({
          key,
          cells: [
            <span key="seat">
              <span className="cluster">
                <Glyph {...laneIdentity(persona)} state="outline" label="Not heard" />
                {accountName}
              </span>
              <span className="note under">
                {to ? <Link to={to}>{personName}</Link> : personName}, {persona.name}, {asked}
              </span>
            </span>,
            <span key="renews">
              <Day day={renewalOn} />
              <span className="note under">{inDays(days)}</span>
            </span>,
          ],
        }))}
      />
    </Section>
  );
}
