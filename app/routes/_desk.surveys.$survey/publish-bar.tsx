import { Link } from '@remix-run/react';
import { inSentence } from '#app/persona/persona.ts';
import { PURPOSE_LABELS } from '#app/programme/purpose/purpose-words.ts';
import { ActionBar } from '#app/ui/action-bar.tsx';
import { Button } from '#app/ui/button.tsx';
import { EDITOR_FORM } from './editor-form.ts';
import type { EditorView } from './page.tsx';

/** Publishing stays in sight and says what is in its way. */
export function PublishBar({ view }: { view: EditorView }) {
  const next = (view.survey.versions[0]?.number ?? 0) + 1;
  const reason = <Blocker view={view} />;
  return (
    <ActionBar
      label="Publish"
      action={
        <Button
          variant="primary"
          form={EDITOR_FORM}
          name="intent"
          value="publish"
          blockedBecause={isBlocked(view) ? reason : undefined}
        >
          Publish as v{next}
        </Button>
      }
    >
      {!isBlocked(view) && (
        <p className="quiet">
          Version {next} then never changes. {view.persona.plural} get it with the next send.
        </p>
      )}
      <Versions view={view} />
    </ActionBar>
  );
}

function isBlocked({ missing, faults, isPublished }: EditorView): boolean {
  return missing.length > 0 || faults.length > 0 || isPublished;
}

/** The first thing in the way, and where it is mended. */
function Blocker({ view }: { view: EditorView }) {
  const { missing, faults, slug, programmeSlug, persona, survey } = view;
  const [fault] = faults;
  if (missing.length > 0)
    return (
      <>
        <b>What will you do differently if {inSentence(persona.plural)} say no?</b> Still to write:{' '}
        {missing.map((field) => inSentence(PURPOSE_LABELS[field])).join(', ')}.{' '}
        <Link to={`/programmes/${programmeSlug}/purpose/${persona.id}`}>Write why</Link>
      </>
    );
  if (fault) {
    const number = survey.draft.questions.findIndex(({ key }) => key === fault.key) + 1;
    if (number === 0) return <b>{fault.sentence}</b>;
    return (
      <>
        <b>Question {number} can’t go out yet:</b> {fault.sentence}{' '}
        <Link to={`/surveys/${slug}?q=${fault.key}`}>Mend question {number}</Link>
      </>
    );
  }
  return <>Nothing has changed since v{survey.versions[0]?.number}.</>;
}

function Versions({ view: { survey, slug, faults } }: { view: EditorView }) {
  return (
    <p className="cluster">
      {faults.length === 0 && <a href={`/surveys/${slug}/preview`}>See it as they will</a>}
      {survey.versions.map(({ id, number }) => (
        <Link key={id} to={`/surveys/${slug}/versions/${number}`}>
          Version {number}
        </Link>
      ))}
    </p>
  );
}
