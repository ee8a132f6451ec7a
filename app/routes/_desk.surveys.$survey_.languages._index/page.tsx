import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Select, TextInput } from '#app/ui/control.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Field } from '#app/ui/field.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Progress } from '#app/ui/progress.tsx';
import { Section } from '#app/ui/section.tsx';
import { When } from '#app/ui/time.tsx';
import type { action, loader } from './route.tsx';

type View = ReturnType<typeof useLoaderData<typeof loader>>;

/** The languages that a survey can be answered in. */
export function LanguagesPage() {
  const view = useLoaderData<typeof loader>();
  const { slug, name, source, languages, total } = view;
  return (
    <>
      <PageHead
        crumb={
          <>
            <Link to="/surveys">Surveys</Link>
            <Link to={`/surveys/${slug}`}>{name}</Link>
            <span>Languages</span>
          </>
        }
        title="Languages"
        lead={`Written in ${source.name}. Whoever prefers a language below reads the survey in it once the next version is published.`}
      />
      {total === 0 && (
        <EmptyState
          title="Nothing to translate yet"
          action={<ButtonLink to={`/surveys/${slug}`}>Write the questions</ButtonLink>}
        >
          The survey has no texts so far.
        </EmptyState>
      )}
      {total > 0 && languages.length === 0 && (
        <EmptyState title={`Only in ${source.name} so far`}>
          Add a language, then translate here or send a file to a translator.
        </EmptyState>
      )}
      {languages.length > 0 && (
        <ul className="rows sides">
          {languages.map((language) => (
            <LanguageLine key={language.tag} slug={slug} language={language} />
          ))}
        </ul>
      )}
      {languages.length > 0 && <SameInEach />}
      <AddLanguage view={view} />
    </>
  );
}

/** Said here, because whoever reads the survey in their language meets these words too. */
function SameInEach() {
  return (
    <p className="small quiet more">
      The same in every language, as you wrote it: the names of your personas and, of the purpose, what is
      decided and what is promised. Mail is in the language that is known of each person.
    </p>
  );
}

function LanguageLine({ slug, language }: { slug: string; language: View['languages'][number] }) {
  const { tag, name, ownName, progress, updatedAt } = language;
  const { translated, total, stale } = progress;
  return (
    <li>
      <div>
        <Link to={`/surveys/${slug}/languages/${tag}`}>
          <b>{name}</b>
        </Link>{' '}
        {ownName !== name && (
          <span className="quiet" lang={tag} dir="auto">
            {ownName}
          </span>
        )}
        <p className="note">
          {tag}, last changed <When at={updatedAt} zone="UTC" locale="en-GB" />
        </p>
      </div>
      <Progress
        label={`Texts in ${name}`}
        done={translated}
        total={total}
        {...(stale.length > 0 && { left: `${stale.length} changed since` })}
      />
      <RemoveLanguage tag={tag} name={name} texts={translated} />
    </li>
  );
}

/** Asked once more, without script: what is removed cannot be brought back. */
function RemoveLanguage({ tag, name, texts }: { tag: string; name: string; texts: number }) {
  return (
    <details className="small">
      <summary>
        Remove<span className="vh"> {name}</span>
      </summary>
      <Form method="post" action="?index" className="stack">
        <input type="hidden" name="language" value={tag} />
        <p className="note">
          {texts === 1 ? '1 text goes' : `${texts} texts go`} with it. Published versions keep theirs.
        </p>
        <Button variant="tiny" name="intent" value="remove">
          Remove {name}
        </Button>
      </Form>
    </details>
  );
}

function AddLanguage({ view: { languages, offered } }: { view: View }) {
  const refused = useActionData<typeof action>();
  const isOther = refused !== undefined && refused.other !== '';
  return (
    <Section title="Add a language">
      <Form method="post" action="?index" noValidate>
        <Field id="tag" label="Language" error={isOther ? undefined : refused?.sentence}>
          <Select name="tag" prompt="Choose a language" options={offered} defaultValue={refused?.tag ?? ''} />
        </Field>
        <Field
          id="other"
          label="Or the tag of another"
          help="Such as de-AT for German as written in Austria, or ckb for Central Kurdish."
          error={isOther ? refused.sentence : undefined}
        >
          <TextInput
            name="other"
            defaultValue={refused?.other ?? ''}
            maxLength={60}
            autoCapitalize="off"
            spellCheck={false}
          />
        </Field>
        <p className="form-foot">
          <Button variant={languages.length === 0 ? 'primary' : 'outline'} name="intent" value="add">
            Add language
          </Button>
        </p>
      </Form>
    </Section>
  );
}
