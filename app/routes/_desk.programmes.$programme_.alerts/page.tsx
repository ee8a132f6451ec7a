import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { laneIdentity } from '#app/persona/lane-identity.ts';
import { Button } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { PersonaName } from '#app/ui/glyph.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { AlertRuleForm } from './alert-rule-form.tsx';
import { EveryForm } from './every-form.tsx';
import type { action, loader } from './route.tsx';

export type AlertRulesView = ReturnType<typeof useLoaderData<typeof loader>>;
export type Faulty = ReturnType<typeof useActionData<typeof action>>;

const DONE: Record<string, string> = {
  made: 'Made: it holds for what comes from now on.',
  every: 'Made, one rule for each persona: they hold for what comes from now on.',
  on: 'Switched on: it holds for what comes from now on.',
  off: 'Switched off. The alerts that it raised stay.',
  deleted: 'Deleted. The alerts that it raised stay.',
};

/** What raises alerts in a programme, each rule for one persona. */
export function AlertRulesPage() {
  const view = useLoaderData<typeof loader>();
  const faulty = useActionData<typeof action>();
  const { programme, slug, rules, done } = view;
  return (
    <>
      <PageHead
        crumb={<Link to={`/programmes/${slug}`}>{programme.name}</Link>}
        title="Rules for alerts"
        lead="Each rule is of one persona and has a name: an alert then says whom it is about."
        tools={
          <>
            <Link to="/follow-ups/alerts">Alerts</Link>
            <Link to={`/programmes/${slug}/rules`}>Rules for follow-ups</Link>
          </>
        }
      />
      {done && DONE[done] && !faulty && (
        <p className="said" role="status">
          {DONE[done]}
        </p>
      )}
      {rules.length === 0 ? (
        <EmptyState title="No rule yet">
          Make the first one below. A score that fell, silence before a renewal, an answer that is owed, or
          somebody who left then raises an alert, once.
        </EmptyState>
      ) : (
        <ul className="held-answers">
          {rules.map((rule) => (
            <RuleItem key={rule.slug} rule={rule} view={view} />
          ))}
        </ul>
      )}
      <AlertRuleForm view={view} faulty={faulty} />
      <EveryForm view={view} faulty={faulty} />
    </>
  );
}

function RuleItem({ rule, view }: { rule: AlertRulesView['rules'][number]; view: AlertRulesView }) {
  const { slug, personaId, name, when, mailed, isOn } = rule;
  const persona = view.personas.find(({ id }) => id === personaId)!;
  const said = `${name}, ${persona.name}`;
  return (
    <li>
      <p>
        <PersonaName {...laneIdentity(persona)} name={persona.name} />: {name}
      </p>
      <p className="small">{when}.</p>
      <p className="by">
        {mailed.length === 0 ? 'Mails nobody' : `Mails ${mailed.join(', ')}`}
        {!isOn && ', switched off'}
      </p>
      <Form method="post" className="held-acts">
        <input type="hidden" name="rule" value={slug} />
        <Button variant="tiny" name="intent" value={isOn ? 'off' : 'on'}>
          {isOn ? 'Switch off' : 'Switch on'}
          <span className="vh">: {said}</span>
        </Button>
        <Button variant="tiny" name="intent" value="delete">
          Delete
          <span className="vh">: {said}. The alerts that it raised stay.</span>
        </Button>
      </Form>
    </li>
  );
}
