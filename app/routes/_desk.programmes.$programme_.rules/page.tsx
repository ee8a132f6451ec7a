import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { laneIdentity } from '#app/persona/lane-identity.ts';
import { Button } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { PersonaName } from '#app/ui/glyph.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { NewRuleForm } from './new-rule-form.tsx';
import type { action, loader } from './route.tsx';

export type RulesView = ReturnType<typeof useLoaderData<typeof loader>>;
export type Faulty = ReturnType<typeof useActionData<typeof action>>;

const DONE: Record<string, string> = {
  made: 'Made: it holds for what comes from now on.',
  on: 'Switched on: it holds for what comes from now on.',
  off: 'Switched off. What it opened stays.',
};

/** What opens follow-ups by itself in a programme, each rule for one persona. */
export function RulesPage() {
  const view = useLoaderData<typeof loader>();
  const faulty = useActionData<typeof action>();
  const { programme, slug, rules, done } = view;
  return (
    <>
      <PageHead
        crumb={<Link to={`/programmes/${slug}`}>{programme.name}</Link>}
        title="Rules for follow-ups"
        lead="Each rule is of one persona. Where several personas need the same, make one for each: then every follow-up says whom it is about."
        tools={<Link to={`/programmes/${slug}/alerts`}>Rules for alerts</Link>}
      />
      {done && DONE[done] && !faulty && (
        <p className="said" role="status">
          {DONE[done]}
        </p>
      )}
      {rules.length === 0 ? (
        <EmptyState title="No rule yet">
          Make the first one below: an answer that needs somebody, a person who left, or silence before a
          renewal opens a follow-up with an owner and a day.
        </EmptyState>
      ) : (
        <ul className="held-answers">
          {rules.map((rule) => (
            <RuleItem key={rule.slug} rule={rule} view={view} />
          ))}
        </ul>
      )}
      <NewRuleForm view={view} faulty={faulty} />
    </>
  );
}

function RuleItem({ rule, view }: { rule: RulesView['rules'][number]; view: RulesView }) {
  const { slug, personaId, when, what, ownerName, hours, isOn } = rule;
  const persona = view.personas.find(({ id }) => id === personaId)!;
  const name = `${what}, ${persona.name}`;
  return (
    <li>
      <p>
        <PersonaName {...laneIdentity(persona)} name={persona.name} />: {what}
      </p>
      <p className="small">{when}.</p>
      <p className="by">
        {ownerName ?? 'Whoever owns the programme'}, within {hours} working {hours === 1 ? 'hour' : 'hours'}
        {!isOn && ', switched off'}
      </p>
      <Form method="post" className="held-acts">
        <input type="hidden" name="rule" value={slug} />
        <Button variant="tiny" name="intent" value={isOn ? 'off' : 'on'}>
          {isOn ? 'Switch off' : 'Switch on'}
          <span className="vh">: {name}</span>
        </Button>
      </Form>
    </li>
  );
}
