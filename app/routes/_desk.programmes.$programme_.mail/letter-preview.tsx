import { useMemo, useState } from 'react';
import { type Letter, writeInvitation } from '#app/delivery/invitation-mail.ts';
import { MAIL_LOOK_WORDS, MAIL_LOOKS, type MailLook } from '#app/delivery/mail-document.ts';
import { MailFrame } from '#app/delivery/mail-frame.tsx';
import { logoPath, readColour, shownSize } from '#app/programme/brand/brand.ts';
import type { QuestionSet } from '#app/survey/question.ts';
import { en } from '#app/survey/words/en.ts';
import { makeWords } from '#app/survey/words/speech.ts';
import type { BrandView } from './page.tsx';

/** What is written in the form so far. */
export interface Typed {
  senderName: string;
  displayName: string;
  colour: string;
}

/** An example letter as it would look with what is typed; the logo shows once it is saved. */
export function LetterPreview({ view, typed }: { view: BrandView; typed: Typed }) {
  const [look, setLook] = useState<MailLook>('light');
  const mail = useMemo(() => exampleOf(view, typed), [view, typed]);
  return (
    <aside aria-label="Preview">
      <h2>An example</h2>
      <fieldset className="preview-controls small">
        <legend className="vh">Seen as</legend>
        {MAIL_LOOKS.map((one) => (
          <label key={one}>
            <input type="radio" name="look" checked={one === look} onChange={() => setLook(one)} />{' '}
            {MAIL_LOOK_WORDS[one]}
          </label>
        ))}
      </fieldset>
      <p className="small">
        <b>{mail.subject}</b>
      </p>
      <MailFrame mail={mail} look={look} />
    </aside>
  );
}

/** A question that is asked with a button, because the colour stands on nothing else. */
const QUESTIONS: QuestionSet['questions'] = [
  {
    ...{ key: 'q1', kind: 'text', concept: 'work', required: false },
    wording: 'What would make our work together easier for you?',
  },
];

/** Of all languages this one alone goes to the browser. */
const ENGLISH = makeWords('en', en);

function exampleOf(view: BrandView, typed: Typed) {
  const letter = letterOf(view, typed);
  const { text } = writeInvitation({ ...letter, answerUrl: '…', unsubscribeUrl: '…' }, ENGLISH);
  return { ...writeInvitation(letter, ENGLISH), text };
}

function letterOf({ brand, workspaceName }: BrandView, typed: Typed): Letter {
  return {
    workspaceName,
    senderName: typed.senderName,
    personName: 'Alex Example',
    personaName: 'Buyer',
    accountName: 'Example Foods',
    why: null,
    questionSet: { intro: '', questions: QUESTIONS },
    language: 'en',
    answerUrl: '#',
    unsubscribeUrl: '#',
    brand: {
      displayName: typed.displayName.trim() || null,
      colour: readColour(typed.colour),
      logo: brand.logo && { url: logoPath(brand.logo), ...shownSize(brand.logo) },
    },
  };
}
