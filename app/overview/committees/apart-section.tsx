import { Link } from '@remix-run/react';
import { laneIdentity } from '#app/persona/lane-identity.ts';
import { AskedDifferently } from '#app/ui/asked-differently.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { GapLine } from '#app/ui/gap-line.tsx';
import { PersonaName } from '#app/ui/glyph.tsx';
import { Section } from '#app/ui/section.tsx';
import type { ApartEndView, Committees } from './committees.ts';

const HEAD = [
  { label: 'Account' },
  { label: 'Lower end' },
  { label: '0 to 10' },
  { label: 'Upper end' },
  { label: 'Apart', numeric: true },
];

const TITLE = 'Committees pulling apart';
const UNTOLD = 'Not told: these answers were given in confidence, and an account would lead to people.';

/** Accounts whose personas stand far from each other, both ends named, and how many they are. It marks no account. */
export function ApartSection({ committees: { apart, share } }: { committees: Committees }) {
  if (apart.length === 0) return <Section title={TITLE} lead={share ?? UNTOLD} />;
  return (
    <Section title={TITLE} lead={share ?? undefined}>
      <DataTable
        caption="Accounts whose personas stand apart, the widest first, both ends named"
        captionHidden
        head={HEAD}
        rows={apart.map(({ accountName, to, lower, higher, distance, wordedDifferently }) => ({
          key: accountName,
          cells: [
            to ? (
              <Link key="account" to={to}>
                {accountName}
              </Link>
            ) : (
              accountName
            ),
            <End key="lower" end={lower} />,
            <GapLine key="line" low={gapEnd(lower)} high={gapEnd(higher)} />,
            <End key="higher" end={higher} />,
            <span key="apart">
              {distance}
              {wordedDifferently && (
                <AskedDifferently words="worded differently" ends={[lower, higher].map(toAsked)} />
              )}
            </span>,
          ],
        }))}
      />
    </Section>
  );
}

function toAsked({ persona, wording }: ApartEndView) {
  return { name: persona.plural, wording };
}

function gapEnd({ persona, middle }: ApartEndView) {
  return { ...laneIdentity(persona), name: persona.plural, at: middle };
}

function End({ end: { persona, n, middle } }: { end: ApartEndView }) {
  return (
    <>
      <PersonaName {...laneIdentity(persona)} name={persona.plural} />
      <span className="note under">
        {n === 1 ? `1 answer: ${middle}` : `${n} answers, the middle is ${middle}`}
      </span>
    </>
  );
}
