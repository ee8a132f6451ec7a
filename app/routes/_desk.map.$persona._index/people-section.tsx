import { Link } from '@remix-run/react';
import { DataTable } from '#app/ui/data-table.tsx';
import { Pager } from '#app/ui/pager.tsx';
import { Section } from '#app/ui/section.tsx';
import { SideScroll } from '#app/ui/side-scroll.tsx';
import { When } from '#app/ui/time.tsx';
import type { MapView } from './page.tsx';

/** Who met us where, and how often. An empty cell is no contact, not a step left out. */
export function PeopleSection({ view }: { view: MapView }) {
  const { people, persona, columns, next, isPaged } = view;
  if (!people) return null;
  if (people.length === 0 && !isPaged)
    return (
      <Section title="People">
        <p>
          No touch of {persona.plural} is known. <Link to="/map/touches/import">Bring touches in</Link> from
          what you have, such as a list of calls, or send them by the API.
        </p>
      </Section>
    );
  const head = [
    { label: persona.name },
    { label: 'Last' },
    ...columns.map(({ moment }) => ({ label: moment.name })),
  ];
  const rows = people.map(({ slug, name, touches, lastAt, at }) => ({
    key: slug,
    cells: [
      <Link key="name" to={`/map/${persona.id}/people/${slug}`}>
        <bdi>{name}</bdi>
        <span className="vh">, {touches} touches in their order</span>
      </Link>,
      <When key="last" at={lastAt} zone="UTC" locale="en-GB" />,
      ...at.map((number, place) =>
        number > 0 ? (
          number
        ) : (
          <span key={columns[place]!.slug} className="quiet">
            no contact here
          </span>
        ),
      ),
    ],
  }));
  return (
    <Section title="People" lead="How often each met us where. A name leads to the way they took.">
      <SideScroll label={`${persona.plural} and the moments where they met us`}>
        <div className="met-people">
          <DataTable caption={`${persona.plural} by moment`} captionHidden head={head} rows={rows} />
        </div>
      </SideScroll>
      <Pager label="People" previous={isPaged ? '?' : null} next={next && `?after=${next}`} />
    </Section>
  );
}
