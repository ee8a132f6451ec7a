import { Link } from '@remix-run/react';
import { inSentence } from '#app/persona/persona.ts';
import { PURPOSE_LABELS } from '#app/programme/purpose/purpose-words.ts';
import { OPENING } from '#app/survey/draft/builder-state.ts';
import type { DraftFault } from '#app/survey/draft/check-draft.ts';
import type { DraftQuestion } from '#app/survey/draft/draft.ts';
import { linesOf } from '#app/survey/draft/draft.ts';
import { languageName } from '#app/survey/translation/language.ts';
import type { PlacedFinding } from '#app/survey/wording/open-findings.ts';
import { ActionBar } from '#app/ui/action-bar.tsx';
import { Button } from '#app/ui/button.tsx';
import { useDesk } from './desk-view.tsx';
import { EDITOR_FORM } from './editor-form.ts';
import { Quote, StandBy } from './findings.tsx';

interface PublishBarProps {
  questions: readonly DraftQuestion[];
  faults: readonly DraftFault[];
  /** What the language check asks to be settled first. */
  wording: readonly PlacedFinding[];
  isPublished: boolean;
  onMend(key: string, field: string): void;
}

/** Publishing stays in sight and says what is in its way. */
export function PublishBar(props: PublishBarProps) {
  const { view, isAlive } = useDesk();
  const { faults, wording, isPublished } = props;
  const next = (view.survey.versions[0]?.number ?? 0) + 1;
  const isBlocked = view.missing.length > 0 || faults.length > 0 || wording.length > 0 || isPublished;
  return (
    <>
      {!isAlive && wording.length > 0 && <ToSettle {...props} />}
      <ActionBar
        label="Publish"
        action={
          <Button
            variant="primary"
            form={EDITOR_FORM}
            name="intent"
            value="publish"
            blockedBecause={isBlocked ? <Blocker {...props} /> : undefined}
          >
            Publish as v{next}
          </Button>
        }
      >
        {!isBlocked && (
          <p className="quiet">
            Version {next} then never changes. {view.persona.plural} get it with the next send.
          </p>
        )}
        <Versions />
      </ActionBar>
    </>
  );
}

/** The first thing in the way, and where it is mended. */
function Blocker({ questions, faults, wording, onMend }: PublishBarProps) {
  const { view } = useDesk();
  const { missing, slug, programmeSlug, persona, survey } = view;
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
    const at = questions.findIndex(({ key }) => key === fault.key);
    const question = questions[at];
    if (!question) return <b>{fault.sentence}</b>;
    const field = idOfField(question, fault.field);
    return (
      <>
        <b>Question {at + 1} can’t go out yet:</b> {fault.sentence}{' '}
        <a
          href={`/surveys/${slug}?q=${question.key}&mend=1#${field}`}
          onClick={(event) => {
            event.preventDefault();
            onMend(question.key, field);
          }}
        >
          Mend question {at + 1}
        </a>
      </>
    );
  }
  const [first] = wording;
  if (first)
    return (
      <>
        <b>{wording.length === 1 ? 'One wording is' : `${wording.length} wordings are`} to be settled:</b>{' '}
        rewrite it, or say why it stays.{' '}
        <WhereItStands finding={first} questions={questions} onMend={onMend} />
      </>
    );
  return <>Nothing has changed since v{survey.versions[0]?.number}.</>;
}

/** The id of the control that a fault is mended in. */
export function idOfField(question: DraftQuestion, field: string): string {
  const [head = '', name = '', at] = field.split('.');
  if (head === 'showIf') return 'show-if';
  if (head !== 'parts') return head;
  const line = at === undefined ? undefined : linesOf(question, name)[Number(at)];
  if (line) return `line-${line.key}`;
  return question.parts[name] !== undefined && linesOf(question, name).length > 0 ? name : field;
}

/** Every wording with its form; with script each stands under its own field. */
function ToSettle({ questions, wording, onMend }: PublishBarProps) {
  return (
    <section className="to-settle" aria-labelledby="to-settle">
      <h2 id="to-settle">Words to settle before publishing</h2>
      <ul className="findings">
        {wording.map((finding) => (
          <li key={`${finding.language} ${finding.id} ${finding.start}`}>
            <p>
              <WhereItStands finding={finding} questions={questions} onMend={onMend} />:{' '}
              <Quote {...finding} /> {finding.sentence}
            </p>
            <StandBy finding={finding} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function WhereItStands({
  finding,
  questions,
  onMend,
}: Pick<PublishBarProps, 'questions' | 'onMend'> & { finding: PlacedFinding }) {
  const { slug, survey } = useDesk().view;
  const [key = '', name = ''] = finding.place.split('.');
  const at = questions.findIndex((question) => question.key === key);
  const [shown, field] = at < 0 ? [OPENING, key] : [key, name === 'help' ? 'help' : 'wording'];
  if (finding.language !== survey.language)
    return <a href={`/surveys/${slug}/languages`}>In {languageName(finding.language, 'en')}</a>;
  return (
    <a
      href={`/surveys/${slug}?q=${shown}#${field}`}
      onClick={(event) => {
        event.preventDefault();
        onMend(shown, field);
      }}
    >
      {at < 0 ? 'Mend the words around the questions' : `Mend question ${at + 1}`}
    </a>
  );
}

function Versions() {
  const { survey, slug } = useDesk().view;
  return (
    <p className="cluster">
      <a href={`/surveys/${slug}/preview`}>See it as they will</a>
      <Link to={`/surveys/${slug}/languages`}>Languages</Link>
      <Link to={`/surveys/${slug}/copy`}>Copy it for another persona</Link>
      {survey.versions.map(({ id, number }) => (
        <Link key={id} to={`/surveys/${slug}/versions/${number}`}>
          Version {number}
        </Link>
      ))}
    </p>
  );
}
