import { Link } from '@remix-run/react';
import { formatShare } from '#app/results/display.ts';
import { responseRate } from '#app/results/response.ts';
import { formatShares } from '#app/results/sure/sure.ts';
import { Funnel, type FunnelStep } from '#app/ui/funnel.tsx';
import { Section } from '#app/ui/section.tsx';
import type { PersonaView } from './page.tsx';

/** The denominator first: from the people we know to those who answered (DOMAIN 2.7). */
export function WhoSection({ view }: { view: PersonaView }) {
  const { known, invited, delivered, heard, heardTold, held, persona, slug, wave } = view;
  const isQuiet = wave.confidentiality !== 'attributed';
  const steps: FunnelStep[] = [];
  if (known !== null) steps.push({ label: `Known ${persona.plural.toLowerCase()}`, count: known });
  if (invited !== null)
    steps.push({ label: 'Invited', count: invited, note: left(known, invited, 'not asked in this wave') });
  if (delivered !== null)
    steps.push({
      label: 'Handed to their mail server',
      count: delivered,
      note: left(invited, delivered, 'not delivered'),
    });
  const silence = 'silent: read as not heard, not as neutral';
  steps.push({
    label: 'Answered',
    count: heard,
    // How many are silent would say how many are not.
    ...(isQuiet ? { told: heardTold } : { note: left(delivered ?? invited ?? known, heard, silence) }),
  });
  return (
    <Section title="Who stands behind it">
      <Funnel
        lane={persona.base}
        caption={`From known ${persona.plural.toLowerCase()} to answers`}
        steps={steps}
      />
      <Rate view={view} />
      {held > 0 && (
        <p className="small after">
          <Link to={`/answers/held?${new URLSearchParams({ wave: slug, persona: persona.id })}`}>
            {held} held, not counted
          </Link>
        </p>
      )}
    </Section>
  );
}

/** Of those whom the mail reached and whose role it was; never without both numbers. */
function Rate({ view: { delivered, invited, heard, frame } }: { view: PersonaView }) {
  const reached = delivered || invited;
  const ineligible = frame?.kind === 'named' ? frame.notInRole : 0;
  const rate = reached === null ? null : responseRate(heard, reached - ineligible);
  if (reached === null || rate === null || heard > reached - ineligible) return null;
  return (
    <p className="note">
      {heard} of {reached - ineligible} reached{ineligible > 0 && `, ${ineligible} in another role left out`}:{' '}
      {formatShare(rate.share)}, with a range of {formatShares(rate)}.
    </p>
  );
}

function left(before: number | null, now: number, words: string): string | undefined {
  const gone = (before ?? now) - now;
  return gone > 0 ? `${gone} ${words}` : undefined;
}
