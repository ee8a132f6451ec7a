import { useState } from 'react';
import type { Preview as PreviewOf } from '#app/answering/preview-door.ts';
import type { Question } from '#app/survey/question.ts';
import type { Look } from './preview.tsx';
import { PreviewFrame } from './preview-frame.tsx';
import { mailOf, type Place, pageDocument, placeOf, turnTo } from './preview-page.ts';

interface WalkProps {
  preview: PreviewOf;
  questions: readonly Question[];
  shown: string | null;
  look: Look;
  onLanguage(language: string): void;
}

/** Goes through the pages; choosing another question in the editor goes to its page. */
export default function Walk({ preview, questions, shown, look, onLanguage }: WalkProps) {
  const [walked, setWalked] = useState<{ from: string | null; place: Place } | null>(null);
  const place = walked && walked.from === shown ? within(walked.place, questions) : null;
  const nonce = nonceOfPage();
  const here = place ?? placeOf(questions, shown);
  const mail = look === 'mail' ? mailOf(preview, nonce) : null;
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

/** The policy of this page holds for a document made in it, so its style needs this page's nonce. */
function nonceOfPage(): string {
  return document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '';
}
