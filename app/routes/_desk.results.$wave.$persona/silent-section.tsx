import { Fragment } from 'react';
import { inSentence } from '#app/persona/persona.ts';
import { formatCount } from '#app/results/display.ts';
import { IN_CONFIDENCE } from '#app/results/frame/frame-words.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import { Day } from '#app/ui/day.tsx';
import { Section } from '#app/ui/section.tsx';
import type { PersonaView } from './page.tsx';

const HEAD = [{ label: 'Account' }, { label: 'Renews' }, { label: 'Silent' }];

/** Silence is data: who was asked and has not answered, the next renewal first (DOMAIN 2.7). Who will not be written to again is said. */
export function SilentSection({ view }: { view: PersonaView }) {
  const { frame, persona, slug } = view;
  if (!frame) return null;
  if (frame.kind !== 'named')
    return (
      <Section title="Who kept silent">
        <p className="note">{IN_CONFIDENCE}</p>
      </Section>
    );
  const { silent, silentPeople } = frame;
  const who = formatCount(silentPeople, inSentence(persona.name), inSentence(persona.plural));
  return (
    <Section
      title="Who kept silent"
      lead={silentPeople === 0 ? 'Nobody who was asked kept silent.' : `${who}, the next renewal first.`}
    >
      {othersOf(frame) && <p className="note">{othersOf(frame)}</p>}
      {silent.length > 0 && (
        <DataTable
          caption={`Silent ${inSentence(persona.plural)}`}
          captionHidden
          head={HEAD}
          rows={rowsOf(silent, new Set(view.declined))}
        />
      )}
      {silentPeople > silent.length && (
        <p className="note">{silentPeople - silent.length} more kept silent.</p>
      )}
      {silentPeople > 0 && (
        <p className="small after no-print">
          <a href={`/results/${slug}/${persona.id}/silent.csv`}>All of them as CSV</a>
        </p>
      )}
    </Section>
  );
}

/** Account by account, since it is the account that renews. */
function rowsOf(silent: NamedFrame['silent'], declined: ReadonlySet<string>) {
  const accounts = [...Map.groupBy(silent, ({ accountId }) => accountId)];
  return accounts.map(([key, people]) => ({
    key,
    cells: [
      <bdi key="account">{people[0]?.account}</bdi>,
      people[0]?.renewalOn ? <Day key="day" day={people[0].renewalOn} /> : 'not known',
      people.map(({ personId, name }, at) => (
        <Fragment key={personId}>
          {at > 0 && ', '}
          <bdi>{name}</bdi>
          {declined.has(personId) && <span className="quiet"> (asked for no more mail)</span>}
        </Fragment>
      )),
    ],
  }));
}

type NamedFrame = Extract<NonNullable<PersonaView['frame']>, { kind: 'named' }>;

/** Nobody is silent who could not have answered. */
function othersOf(frame: NamedFrame): string {
  const parts = [
    [frame.notAsked, 'not asked in this wave'],
    [frame.notReached, 'whose mail did not arrive'],
    [frame.notInRole, 'who said that this is not their role'],
    [frame.held, 'whose answer is held'],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`);
  return said.length === 0 ? '' : `Not among them: ${said.join(', ')}.`;
}
