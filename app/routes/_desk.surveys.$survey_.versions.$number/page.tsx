import { Link, useLoaderData } from '@remix-run/react';
import { laneIdentity } from '#app/persona/lane-identity.ts';
import { inSentence } from '#app/persona/persona.ts';
import { withoutPipes } from '#app/survey/logic/piping.ts';
import { sayCondition, sayJump } from '#app/survey/logic/say-condition.ts';
import { roomOf } from '#app/survey/question/rooms.ts';
import type { Question } from '#app/survey/question.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Glyph } from '#app/ui/glyph.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { When } from '#app/ui/time.tsx';
import { Difference } from './difference.tsx';
import type { loader } from './route.tsx';

/** A published version, as it was frozen and as it stays. */
export function VersionPage() {
  const { version, compared, slug, programmeSlug, persona } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        crumb={
          <>
            <Link to="/surveys">Surveys</Link>
            <Link to={`/surveys/${slug}`}>{version.surveyName}</Link>
          </>
        }
        title={
          <>
            <Glyph {...laneIdentity(persona)} size={24} />
            Version {version.number}, for {inSentence(persona.plural)}
          </>
        }
        lead={
          <>
            Published <When at={version.publishedAt} zone="UTC" locale="en-GB" />. It never changes; an edit
            of the survey becomes the next version.
          </>
        }
        tools={
          <>
            <a className="button plain" href={`/surveys/${slug}.json?version=${version.number}`}>
              As JSON
            </a>
            <ButtonLink to={`/sends/new?programme=${programmeSlug}`}>Prepare a send</ButtonLink>
          </>
        }
      />
      {compared && <Difference compared={compared} earlier={version.number - 1} personaName={persona.name} />}
      <h2>{compared ? `All of version ${version.number}` : 'The questions'}</h2>
      {version.set.intro && <p className="lead">{withoutPipes(version.set.intro, persona.name)}</p>}
      <ol className="rows frozen">
        {version.set.questions.map((question, index) => (
          <FrozenQuestion
            key={question.key}
            question={question}
            number={index + 1}
            all={version.set.questions}
            personaName={persona.name}
          />
        ))}
      </ol>
    </>
  );
}

interface FrozenProps {
  question: Question;
  number: number;
  all: readonly Question[];
  personaName: string;
}

function FrozenQuestion({ question, number, all, personaName }: FrozenProps) {
  const room = roomOf(question);
  const labels = room.labels(question);
  return (
    <li>
      <h3>
        {number}. {withoutPipes(question.wording, personaName)}
      </h3>
      <p className="note">
        {room.words.short}, about “{question.concept}”{question.required && ', must be answered'}
      </p>
      {question.showIf && <p className="note">Asked when {sayCondition(question.showIf, all)}</p>}
      {question.jumps?.map((jump) => (
        <p className="note" key={JSON.stringify(jump)}>
          Then {sayJump(jump, all)}
        </p>
      ))}
      {labels.length > 0 && (
        <ul className="small">
          {labels.map(({ key, label }) => (
            <li key={key}>{withoutPipes(label, personaName)}</li>
          ))}
        </ul>
      )}
    </li>
  );
}
