import { Link } from '@remix-run/react';
import { laneIdentity } from '#app/persona/lane-identity.ts';
import { saidInWords } from '#app/programme/correction/said-words.ts';
import { PersonaName } from '#app/ui/glyph.tsx';
import { Section } from '#app/ui/section.tsx';
import { When } from '#app/ui/time.tsx';
import type { SendView } from './page.tsx';

type Said = SendView['said'];

/** Who of those asked is not, or not any more, whom they were asked as. */
export function SaidSection({ view }: { view: SendView }) {
  const { said } = view;
  const sentence = summaryOf(said);
  if (sentence === '') return null;
  return (
    <Section id="said" title="Who they say they are" lead={sentence}>
      <ul className="rows held">
        {said.lines.map((line) => (
          <SaidRow key={line.id} line={line} view={view} />
        ))}
      </ul>
    </Section>
  );
}

function SaidRow({ line, view }: { line: Said['lines'][number]; view: SendView }) {
  const { personas } = view;
  const persona = personas.find(({ id }) => id === line.fromPersonaId);
  const nameOf = (id: string) => personas.find((one) => one.id === id)?.name ?? '';
  return (
    <li>
      <span>
        {persona && <PersonaName {...laneIdentity(persona)} name={line.personName} />}, {line.accountName}
      </span>
      <span className="quiet">
        {saidInWords(line, nameOf)} <When at={line.at} zone="UTC" locale="en-GB" />
        {line.said === 'none' && (
          <>
            {' '}
            <Link to={`/people/${line.personSlug}`}>
              Place them<span className="vh">: {line.personName}</span>
            </Link>
          </>
        )}
      </span>
    </li>
  );
}

/** "3 left the seat: 2 hold another role, 1 has left. 1 passed on." Empty where nobody said anything. */
function summaryOf({ other, none, left, passedOn, colleagues }: Said): string {
  const seats = [
    other > 0 && `${other} ${other === 1 ? 'holds' : 'hold'} another role`,
    left > 0 && `${left} ${left === 1 ? 'has' : 'have'} left the account`,
    none > 0 && `${none} said none of these`,
  ].filter((part) => part !== false);
  const gone = other + none + left;
  const seat = gone === 0 ? '' : `${gone} left the seat: ${seats.join(', ')}.`;
  const kept = passedOn - colleagues;
  const back = kept === 0 ? '' : `; ${kept} of them to somebody who may not be written to now`;
  const passed = passedOn === 0 ? '' : `${passedOn} passed on to a colleague${back}.`;
  return [seat, passed].filter((part) => part !== '').join(' ');
}
