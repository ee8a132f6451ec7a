import { Link } from '@remix-run/react';
import { laneIdentity } from '#app/persona/lane-identity.ts';
import { Glyph } from '#app/ui/glyph.tsx';
import { When } from '#app/ui/time.tsx';
import { CHOICE_FORM } from './choice-form.ts';
import type { SendView } from './page.tsx';
import { ShowAll } from './show-all.tsx';

type HeldLine = SendView['piles']['held'][number];

/** Who could be asked and is not asked now, each with the reason and what would change it. */
export function HeldList({ view }: { view: SendView }) {
  const { held, heldCount } = view.piles;
  return (
    <>
      <h3 className="after">Held back: {heldCount}</h3>
      <ul className="rows held">
        {held.map((line) => {
          const persona = view.personas.find(({ id }) => id === line.personaId)!;
          return (
            <li key={line.slug}>
              <span>
                <Glyph {...laneIdentity(persona)} size={14} label={persona.name} />
                <b>{line.personName}</b>, {line.accountName}
              </span>
              <span className="quiet">
                <Reason line={line} view={view} />
              </span>
            </li>
          );
        })}
      </ul>
      {held.length < heldCount && <ShowAll list="held" rest={heldCount - held.length} />}
    </>
  );
}

function Reason({ line, view }: { line: HeldLine; view: SendView }) {
  const { held } = line;
  switch (held.reason) {
    case 'invited':
      return <>Asked in this send already.</>;
    case 'suppressed':
      return <>Is not to be written to. Stays out.</>;
    case 'stale':
      return <>Nobody confirmed the role lately.</>;
    case 'no_address':
      return (
        <>
          No address to write to. <Link to={`/people/${line.personSlug}`}>Add one</Link>
        </>
      );
    case 'asked_recently':
      return (
        <>
          Asked on <When at={held.askedAt} zone="UTC" locale="en-GB" /> for {held.waveName}. May be asked
          again from <When at={held.againAt} zone="UTC" locale="en-GB" />.
        </>
      );
    case 'two_hats':
      return <Hat line={line} view={view} />;
    default:
      return held satisfies never;
  }
}

/** Two roles at one account: somebody says which of them is asked, and the choice stands in the address. */
function Hat({ line, view }: { line: HeldLine; view: SendView }) {
  const persona = view.personas.find(({ id }) => id === line.personaId)!;
  const [firstName] = line.personName.split(' ');
  const isChosen = view.query.hats.includes(line.slug);
  return (
    <>
      Holds two roles here. Which {firstName} are you asking?
      <label className="choice">
        <input
          key={String(isChosen)}
          type="checkbox"
          form={CHOICE_FORM}
          name="hat"
          value={line.slug}
          defaultChecked={isChosen}
        />
        <span>
          Ask as {persona.name}
          <span className="vh">: {line.personName}</span>
        </span>
      </label>
    </>
  );
}
