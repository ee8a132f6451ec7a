import { useSearchParams } from '@remix-run/react';
import { laneIdentity } from '#app/persona/lane-identity.ts';
import { FilterBar } from '#app/ui/filter-bar.tsx';
import { PersonaName } from '#app/ui/glyph.tsx';
import { Pager } from '#app/ui/pager.tsx';
import { Section } from '#app/ui/section.tsx';
import { LinkForm, RenewAllForm } from './link-form.tsx';
import { LINK_PAGE } from './link-query.ts';
import type { SendView } from './page.tsx';

type Links = NonNullable<SendView['links']>;

const STATE_WORDS = {
  opens: 'Works',
  stopped: 'Ended: it opens nothing',
  left: 'Ended: the person left the seat',
} as const satisfies Record<Links['lines'][number]['state'], string>;

/** The links that are out, for the day when a mail was passed on or reached somebody else. */
export function LinksSection({ view, links }: { view: SendView; links: Links }) {
  const { who } = view.linkQuery;
  if (links.lines.length === 0 && who === '') return null;
  const isOpen = view.wave.state === 'open';
  return (
    <Section
      id="links"
      title="Links"
      lead="Whoever holds a link can answer in its person’s name. A renewed link goes out by mail; the one before then opens nothing."
    >
      <FilterBar
        search={{ name: 'who', label: 'Name or account', value: who }}
        {...(who === '' ? {} : { clearTo: '?#links' })}
      />
      {links.lines.length === 0 && (
        <p className="small quiet more">Nobody asked in this send is called that.</p>
      )}
      <ul className="rows held">
        {links.lines.map((line) => (
          <LinkLine key={line.slug} line={line} view={view} />
        ))}
      </ul>
      <Pages view={view} hasMore={links.hasMore} />
      {isOpen && links.people > 0 && <RenewAllForm people={links.people} seen={links.seen} />}
    </Section>
  );
}

function LinkLine({ line, view }: { line: Links['lines'][number]; view: SendView }) {
  const persona = view.personas.find(({ id }) => id === line.personaId)!;
  return (
    <li>
      <span>
        <PersonaName {...laneIdentity(persona)} name={line.personName} />, {line.accountName}
      </span>
      <div>
        <span className="quiet">
          {STATE_WORDS[line.state]}
          {line.generation > 1 && line.state === 'opens' && ', renewed'}
        </span>
        <LinkForm line={line} mayRenew={view.wave.state === 'open'} />
      </div>
    </li>
  );
}

function Pages({ view: { linkQuery }, hasMore }: { view: SendView; hasMore: boolean }) {
  const [search] = useSearchParams();
  const to = (offset: number) => {
    const next = new URLSearchParams(search);
    next.delete('links');
    if (offset > 0) next.set('links', String(offset));
    return `?${next}#links`;
  };
  const { offset } = linkQuery;
  return (
    <Pager
      label="Links"
      previous={offset > 0 ? to(Math.max(0, offset - LINK_PAGE)) : null}
      next={hasMore ? to(offset + LINK_PAGE) : null}
    />
  );
}
