import { lazy, memo, Suspense, useEffect, useMemo, useState } from 'react';
import type { Preview as PreviewOf } from '#app/answering/preview-door.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { Draft } from '#app/survey/draft/draft.ts';
import type { Question } from '#app/survey/question.ts';
import { languageName } from '#app/survey/translation/language.ts';
import { useDesk } from './desk-view.tsx';
import type { EditorView } from './page.tsx';
import { readableOf, soon } from './use-checks.ts';

/** Comes after the editor: the respondent's page brings its words in every language. */
const Walk = lazy(() => import('./preview-walk.tsx'));

const LOOKS = [
  { value: 'phone', label: 'Phone' },
  { value: 'laptop', label: 'Laptop' },
  { value: 'mail', label: 'Mail' },
] as const;
export type Look = (typeof LOOKS)[number]['value'];

interface PreviewProps {
  draft: Draft;
  shown: string | null;
  look: Look;
  onLook(look: Look): void;
}

/** The respondent's own page beside the form, made in the browser of what stands in the draft. */
export const Preview = memo(function Preview({ draft, shown, look, onLook }: PreviewProps) {
  const { view } = useDesk();
  const [language, setLanguage] = useState(view.survey.language);
  const [holder, setHolder] = useState(0);
  const questions = useReadable(draft);
  const preview = useMemo(
    () => previewOf(view, draft, questions, { language, holder }),
    [view, draft, questions, language, holder],
  );
  return (
    <aside className="preview" data-look={look} aria-label="Preview">
      <h2>{{ phone: 'On their phone', laptop: 'On their laptop', mail: 'In their mail' }[look]}</h2>
      <Controls {...{ look, onLook, language, setLanguage, holder, setHolder }} />
      {questions.length === 0 ? (
        <p className="note">It shows here once a question is whole.</p>
      ) : (
        <Suspense>
          <Walk preview={preview} questions={questions} shown={shown} look={look} onLanguage={setLanguage} />
        </Suspense>
      )}
      <p className="note">
        <a href={`/surveys/${view.slug}/preview?lang=${language}&as=${holder}`}>Open the whole page</a>
      </p>
    </aside>
  );
});

interface ControlsProps {
  look: Look;
  onLook(look: Look): void;
  language: string;
  setLanguage(language: string): void;
  holder: number;
  setHolder(holder: number): void;
}

function Controls({ look, onLook, language, setLanguage, holder, setHolder }: ControlsProps) {
  const { view } = useDesk();
  const languages = [view.survey.language, ...Object.keys(view.translations)];
  return (
    <div className="preview-controls small">
      <fieldset>
        <legend className="vh">Seen on</legend>
        {LOOKS.map(({ value, label }) => (
          <label key={value}>
            <input
              type="radio"
              name="preview-look"
              value={value}
              checked={value === look}
              onChange={() => onLook(value)}
            />{' '}
            {label}
          </label>
        ))}
      </fieldset>
      {languages.length > 1 && (
        <label>
          In{' '}
          <select className="input" value={language} onChange={({ target }) => setLanguage(target.value)}>
            {languages.map((tag) => (
              <option key={tag} value={tag}>
                {languageName(tag, 'en')}
              </option>
            ))}
          </select>
        </label>
      )}
      {view.holders.length > 0 && (
        <label>
          As{' '}
          <select className="input" value={holder} onChange={({ target }) => setHolder(Number(target.value))}>
            {view.holders.map(({ roleId, personName, accountName }, at) => (
              <option key={roleId} value={at}>
                {personName}, {accountName}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}

function previewOf(
  view: EditorView,
  draft: Draft,
  questions: Question[],
  { language, holder }: { language: string; holder: number },
): PreviewOf {
  const seenAs = view.holders[holder];
  const { intro, closing } = draft;
  return {
    // Only its id is sent to the browser, and no page prints it.
    workspace: { id: '' } as Workspace,
    workspaceName: view.workspaceName,
    senderName: view.programme.senderName,
    confidentiality: view.programme.confidentiality,
    persona: view.persona,
    purpose: view.purpose,
    person: seenAs
      ? { name: seenAs.personName, account: seenAs.accountName }
      : { name: view.memberName, account: 'their account' },
    written: view.survey.language,
    language,
    set: { intro, ...(closing && { closing }), questions, translations: view.translations },
  };
}

/** The whole questions of the draft, a moment after the last change: typing never waits for the preview. */
function useReadable(draft: Draft): Question[] {
  const [questions, setQuestions] = useState<Question[]>([]);
  useEffect(() => soon(() => setQuestions(readableOf(draft))), [draft]);
  return questions;
}
