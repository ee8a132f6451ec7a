import { Link, useLoaderData } from '@remix-run/react';
import { laneIdentity } from '#app/persona/lane-identity.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { Glyph } from '#app/ui/glyph.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import type { loader } from './route.tsx';

const HEAD = [
  { label: 'Persona' },
  { label: 'Who they are', plain: true },
  { label: 'Moments', numeric: true },
  { label: 'Touches', numeric: true },
];

/** A map has an owner before it has anything else. */
export function ChoosePersonaPage() {
  const { personas, mayEdit } = useLoaderData<typeof loader>();
  const rows = personas.map(({ definition, moments, touches, ...persona }) => ({
    key: persona.id,
    cells: [
      <span key="to" className="persona">
        <Glyph {...laneIdentity(persona)} size={14} />
        <Link to={`/map/${persona.id}`}>{persona.plural}</Link>
      </span>,
      persona.closedAt === null ? definition : 'Closed: what happened stays.',
      moments,
      touches.toLocaleString('en-GB'),
    ],
  }));
  return (
    <>
      <PageHead
        title="Whose map?"
        lead="A journey of “everyone” belongs to nobody, and nobody would recognise it. Choose whose it is."
        tools={mayEdit && <ButtonLink to="/map/touches/import">Bring touches in</ButtonLink>}
      />
      <DataTable caption="Personas, each with a map of its own" captionHidden head={HEAD} rows={rows} />
      <p className="note after">
        Two personas who share a moment have one each: what they try to get done there is not the same.
      </p>
    </>
  );
}
