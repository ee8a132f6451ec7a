import { Link } from '@remix-run/react';
import { inSentence } from '#app/persona/persona.ts';
import { formatShare } from '#app/results/display.ts';
import type { Step, StepName } from '#app/results/funnel.ts';
import { responseRate } from '#app/results/response.ts';
import { formatShares } from '#app/results/sure/sure.ts';
import { Funnel, type FunnelStep } from '#app/ui/funnel.tsx';
import { Section } from '#app/ui/section.tsx';
import type { PersonaView } from './page.tsx';

/** The denominator first: from the people we know to those who answered (DOMAIN 2.7). */
export function WhoSection({ view }: { view: PersonaView }) {
  const { funnel, held, persona, slug } = view;
  const known = `Known ${inSentence(persona.plural)}`;
  return (
    <Section title="Who stands behind it">
      <Funnel
        lane={persona.base}
        caption={`From ${inSentence(known)} to answers`}
        steps={funnel.map((step) => drawn(step, { ...LABELS, known }, view))}
      />
      <Rate view={view} />
      {funnel.some(({ step }) => step === 'delivered') && <p className="note">{UNOPENED}</p>}
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

const LABELS = {
  known: 'Known',
  invited: 'Invited',
  delivered: 'Handed to their mail server',
  began: 'Began to answer',
  answered: 'Answered',
} as const satisfies Record<StepName, string>;

const PART_OF = {
  known: 'known',
  invited: 'invited',
  delivered: 'reached',
  began: 'who began',
  answered: 'who answered',
} as const satisfies Record<StepName, string>;

/** Where those went who did not come this far. */
const LEFT = {
  known: '',
  invited: 'not asked in this wave',
  delivered: 'not delivered',
  began: 'silent: read as not heard, not as neutral',
  answered: 'silent: read as not heard, not as neutral',
} as const satisfies Record<StepName, string>;

const UNOPENED =
  'Who opened the page is not counted: mail scanners open links as people do, and nobody is followed.';

function drawn(
  { step, people, told, of }: Step,
  labels: Record<StepName, string>,
  view: PersonaView,
): FunnelStep {
  // How many are silent would say how many are not.
  const isQuiet = step === 'answered' && view.wave.confidentiality !== 'attributed';
  return {
    ...{ label: labels[step], count: people, told },
    of: of && !(isQuiet && people === 0) ? `of ${of.people} ${PART_OF[of.step]}` : undefined,
    note: isQuiet ? undefined : whereTheRestWent({ step, people, of }, view),
  };
}

/** Who said that the role is not theirs is not among those known, and is nobody's silence; until they said it they were asked. */
function whereTheRestWent(
  { step, people, of }: Pick<Step, 'step' | 'people' | 'of'>,
  { frame }: PersonaView,
): string | undefined {
  const elsewhere = frame?.kind === 'named' ? frame.notInRole : 0;
  const inAnother = elsewhere > 0 ? `${elsewhere} said that this is not their role` : '';
  if (step === 'invited')
    return listed(of === null ? 0 : of.people - people + elsewhere, LEFT.invited, inAnother);
  if (of === null) return undefined;
  const gone = of.people - people;
  if (step === 'delivered') return listed(gone, LEFT.delivered);
  // Whoever began is past it.
  if (of.step === 'began') return listed(gone, 'began and did not send');
  return listed(gone - Math.min(elsewhere, gone), LEFT[step], inAnother);
}

function listed(gone: number, words: string, besides = ''): string | undefined {
  return [gone > 0 && `${gone} ${words}`, besides].filter(Boolean).join('; ') || undefined;
}

/** Of those whom the mail reached and whose role it was; never without both numbers. */
function Rate({ view: { delivered, invited, heard, heardTold, frame } }: { view: PersonaView }) {
  // Of a band there is no rate.
  if (heardTold !== String(heard)) return null;
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
