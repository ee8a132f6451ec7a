import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { MomentFields } from '#app/audience/moment/moment-fields.tsx';
import { inSentence } from '#app/persona/persona.ts';
import { Button } from '#app/ui/button.tsx';
import { CheckboxGroup } from '#app/ui/choice.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Section } from '#app/ui/section.tsx';
import type { action, loader } from './route.tsx';

type MomentView = ReturnType<typeof useLoaderData<typeof loader>>;
type Faults = ReturnType<typeof useActionData<typeof action>>;

export function MomentPage() {
  const view = useLoaderData<typeof loader>();
  const said = useActionData<typeof action>();
  const { persona, moment } = view;
  const ofQuestions = said?.values.intent === 'questions';
  return (
    <>
      <PageHead
        crumb={
          <>
            <Link to="/map">Map</Link>
            <Link to={`/map/${persona.id}`}>{persona.plural}</Link>
          </>
        }
        title={moment.name}
        lead={`A moment of ${inSentence(persona.plural)}, and of nobody else.`}
      />
      <WordsSection view={view} faulty={ofQuestions ? undefined : said} />
      <QuestionsSection view={view} faulty={ofQuestions ? said : undefined} />
      <Section title="Close the moment">
        <p className="section-lead">
          It leaves the map. Its touches stay, and every trace that goes through it still does.
        </p>
        <Form method="post">
          <p className="form-foot">
            <Button name="intent" value="close">
              Close the moment
            </Button>
          </p>
        </Form>
      </Section>
    </>
  );
}

function WordsSection({ view: { moment }, faulty }: { view: MomentView; faulty: Faults }) {
  const { fieldErrors = {}, values = moment } = faulty ?? {};
  const faults = Object.entries(fieldErrors).map(([field, message]) => ({ field, message }));
  return (
    <Section title="What it is">
      <Form method="post" noValidate>
        <ErrorSummary faults={faults} />
        <MomentFields values={values} errors={fieldErrors} />
        <p className="form-foot">
          <Button variant="primary" name="intent" value="words">
            Keep the moment
          </Button>
        </p>
      </Form>
    </Section>
  );
}

function QuestionsSection({
  view: { persona, questions, linked },
  faulty,
}: {
  view: MomentView;
  faulty: Faults;
}) {
  const people = inSentence(persona.plural);
  if (questions.length === 0)
    return (
      <Section title="What was felt">
        <p>
          No survey of {people} is published yet. Once one is, say here which question is about this moment.
        </p>
      </Section>
    );
  const error = faulty?.fieldErrors.questions;
  const surveys = Map.groupBy(questions, ({ surveyId }) => surveyId);
  const ticked = (faulty && 'ticked' in faulty && faulty.ticked) || linked;
  return (
    <Section
      title="What was felt"
      lead={`Tick what ${people} are asked about this moment. What they said when it was last asked then stands in its cell, as far as it may be shown.`}
    >
      <Form method="post">
        <ErrorSummary faults={error ? [{ field: 'questions', message: error }] : []} />
        {[...surveys].map(([surveyId, asked], at) => (
          <CheckboxGroup
            key={surveyId}
            id={at === 0 ? 'questions' : `questions-${at}`}
            label={asked[0]!.surveyName}
            name="questions"
            error={at === 0 ? error : undefined}
            options={asked.map(({ value, wording }) => ({ value, label: wording }))}
            defaultValues={ticked}
          />
        ))}
        <p className="form-foot">
          <Button name="intent" value="questions">
            Keep the questions
          </Button>
        </p>
      </Form>
    </Section>
  );
}
