import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { laneIdentity } from '#app/persona/lane-identity.ts';
import { PurposeFacts } from '#app/programme/purpose/purpose-facts.tsx';
import { Glyph } from '#app/ui/glyph.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { useDesk } from './desk-view.tsx';
import { Editor } from './editor.tsx';
import type { action, loader } from './route.tsx';

export type EditorView = ReturnType<typeof useLoaderData<typeof loader>>;

export function EditorPage() {
  const view = useLoaderData<typeof loader>();
  return (
    <Editor key={view.slug} view={view}>
      <ForWhom view={view} />
      <Outcome />
    </Editor>
  );
}

/** For whom and why stand above every question. */
function ForWhom({ view: { persona, known, purpose, programmeSlug, missing } }: { view: EditorView }) {
  return (
    <section className="for-whom" aria-labelledby="for-whom">
      <div>
        <h1 id="for-whom">
          <Glyph {...laneIdentity(persona)} size={24} />
          For {persona.plural}
        </h1>
        <p className="small quiet">
          {persona.definition} {known.people} known at{' '}
          {known.accounts === 1 ? '1 account' : `${known.accounts} accounts`}.
        </p>
      </div>
      <div className="stack">
        <PurposeFacts purpose={purpose} />
        <p className="small">
          <Link to={`/programmes/${programmeSlug}/purpose/${persona.id}`}>
            {missing.length === 0 ? 'Change why' : 'Write why'}
          </Link>
        </p>
      </div>
    </section>
  );
}

/** What came of the last press of a button, where it was not simply done. */
function Outcome() {
  const outcome = useActionData<typeof action>();
  const { isAlive } = useDesk();
  switch (outcome?.kind) {
    case 'conflict':
      // With script both drafts are put together and a line says so.
      return isAlive ? null : (
        <Notice
          heading={`${outcome.by ?? 'Somebody else'} saved this survey while you were writing`}
          sentence="Their version is in the list below, your words are still in the form. Save to put yours in; nothing of theirs in other questions is lost."
        />
      );
    case 'purpose_missing':
      return (
        <Notice
          heading={outcome.message}
          sentence="Nothing was published. Every line of why has to be written first."
        />
      );
    case 'faults':
      return (
        <Notice heading="Not published yet" sentence="A question still lacks something; it is named below." />
      );
    case 'wording':
      return (
        <Notice
          heading="Not published yet"
          sentence="Some words would put an answer in their mouth. They are named below: rewrite them, or say why they stay."
        />
      );
    default:
      return null;
  }
}
