import { Form } from '@remix-run/react';
import { laneIdentity } from '#app/persona/lane-identity.ts';
import { inSentence } from '#app/persona/persona.ts';
import { ActionBar } from '#app/ui/action-bar.tsx';
import { Button } from '#app/ui/button.tsx';
import { Glyph } from '#app/ui/glyph.tsx';
import type { SendView } from './page.tsx';
import { people } from './people-words.ts';

/** The send, with its count on the button and its split beside it. */
export function SendBar({ view }: { view: SendView }) {
  const { asked, counts } = view.piles;
  const stay = counts.missing + counts.stale - asked.roleFirst;
  const accounts = asked.accounts === 1 ? '1 account' : `${asked.accounts} accounts`;
  return (
    <ActionBar
      label="Send"
      sticky
      action={
        <Form method="post">
          <Chosen view={view} />
          <Button
            variant="primary"
            name="intent"
            value="send"
            blockedBecause={asked.people === 0 ? <WhyNobody view={view} /> : undefined}
          >
            {asked.people === 0 ? 'Send' : `Send to ${people(asked.people)} at ${accounts}`}
          </Button>
        </Form>
      }
    >
      <Split view={view} />
      {asked.roleFirst > 0 && (
        <p className="quiet">
          {asked.roleFirst} of them {asked.roleFirst === 1 ? 'is' : 'are'} asked first whether they still hold
          their role.
        </p>
      )}
      {view.attributes.said && <p className="quiet">{view.attributes.said}</p>}
      {asked.waiting > 0 && (
        <p className="quiet">
          {people(asked.waiting)} of them {asked.waiting === 1 ? 'waits' : 'wait'} for another week: at most{' '}
          {view.piles.accountWeek} of one account are asked within seven days.
        </p>
      )}
      {stay > 0 && (
        <p className="quiet">
          {people(stay)} without a valid role {stay === 1 ? 'stays' : 'stay'} here.
        </p>
      )}
    </ActionBar>
  );
}

/** What the send is asked for is what the page counted. */
function Chosen({ view: { attributes, choice, query, piles } }: { view: SendView }) {
  return (
    <>
      <input type="hidden" name="chosen" value="1" />
      <input type="hidden" name="people" value={piles.asked.people} />
      <input type="hidden" name="account" value={query.account} />
      <input type="hidden" name="heard" value={query.heard} />
      <input type="hidden" name="title" value={choice.title} />
      <input type="hidden" name="stale" value={choice.stale} />
      {choice.personas.map((id) => (
        <input key={id} type="hidden" name="persona" value={id} />
      ))}
      {attributes.chosen.map(({ field, value }) => (
        <input key={`${field} ${value}`} type="hidden" name={field} value={value} />
      ))}
      {query.hats.map((hat) => (
        <input key={hat} type="hidden" name="hat" value={hat} />
      ))}
    </>
  );
}

function WhyNobody({ view: { piles, choice, attributes } }: { view: SendView }) {
  if (attributes.isGone) return <>The choice names an attribute that was deleted. Choose again.</>;
  if (piles.counts.ready === 0 && choice.stale === 'leave_out')
    return <>Nobody is ready: the role of everybody here is missing or stale.</>;
  return <>Nobody is chosen. Choose a persona that is ready, another account, or more people.</>;
}

function Split({ view: { piles, personas } }: { view: SendView }) {
  const asked = piles.lanes.filter((lane) => lane.asked > 0);
  if (asked.length === 0) return null;
  return (
    <p className="cluster">
      {asked.map((lane) => {
        const persona = personas.find(({ id }) => id === lane.personaId)!;
        return (
          <span key={lane.personaId} className="split-part nowrap">
            <Glyph {...laneIdentity(persona)} size={13} />
            {lane.asked} {inSentence(lane.asked === 1 ? persona.name : persona.plural)}
          </span>
        );
      })}
    </p>
  );
}
