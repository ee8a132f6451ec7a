import { memo, useEffect, useMemo, useState } from 'react';
import type { Preview as PreviewOf } from '#app/answering/preview-door.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { Draft } from '#app/survey/draft/draft.ts';
import type { Question } from '#app/survey/question.ts';
import { languageName } from '#app/survey/translation/language.ts';
import { useDesk } from './desk-view.tsx';
import type { EditorView } from './page.tsx';
import { PreviewFrame } from './preview-frame.tsx';
import { mailDocument, type Place, pageDocument, placeOf, turnTo } from './preview-page.ts';
import { readableOf, soon } from './use-checks.ts';

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
        <Walk preview={preview} questions={questions} shown={shown} look={look} onLanguage={setLanguage} />
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

interface WalkProps {
  preview: PreviewOf;
  questions: readonly Question[];
  shown: string | null;
  look: Look;
  onLanguage(language: string): void;
}

/** Goes through the pages; choosing another question in the editor goes to its page. */
function Walk({ preview, questions, shown, look, onLanguage }: WalkProps) {
  const [walked, setWalked] = useState<{ from: string | null; place: Place } | null>(null);
  const place = walked && walked.from === shown ? within(walked.place, questions) : null;
  const nonce = nonceOfPage();
  const here = place ?? placeOf(questions, shown);
  const mail = look === 'mail' ? mailDocument(preview, nonce) : null;
  return (
    <>
      {mail && (
        <p className="small">
          <b>{mail.subject}</b>
        </p>
      )}
      <PreviewFrame
        html={mail ? mail.html : pageDocument(preview, here, nonce, Date.now())}
        title={mail ? 'The mail' : 'The respondent’s page'}
        at={walked ? null : shown}
        onSend={(form) => setWalked({ from: shown, place: turnTo(questions, form) })}
        onLanguage={onLanguage}
      />
    </>
  );
}

/** The place with the questions as they read now. */
function within(place: Place, questions: readonly Question[]): Place | null {
  if (!place.page) return place;
  const keys = new Set(place.page.questions.map(({ key }) => key));
  const told = questions.filter(({ key }) => keys.has(key));
  return told.length === 0 ? null : { ...place, page: { ...place.page, questions: told } };
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

/** The policy of this page holds for a document made in it, so its style needs this page's nonce. */
function nonceOfPage(): string {
  return document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '';
}
