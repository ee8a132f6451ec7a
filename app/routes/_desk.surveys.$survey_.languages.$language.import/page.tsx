import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import type { BroughtIn } from '#app/survey/translation/exchange/plan-entries.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { TextInput } from '#app/ui/control.tsx';
import { Field } from '#app/ui/field.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Report } from './report.tsx';
import type { action, loader } from './route.tsx';

/** A file from a translator comes back, and is told place by place. */
export function BringInPage() {
  const { slug, survey, target, places } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const isReading = useNavigation().state === 'submitting';
  const report: BroughtIn | null = outcome?.kind === 'brought_in' ? outcome.report : null;
  const pages = `/surveys/${slug}/languages`;
  return (
    <>
      <PageHead
        crumb={
          <>
            <Link to="/surveys">Surveys</Link>
            <Link to={`/surveys/${slug}`}>{survey}</Link>
            <Link to={pages}>Languages</Link>
            <Link to={`${pages}/${target.tag}`}>{target.name}</Link>
            <span>From a file</span>
          </>
        }
        title={`Bring ${target.name} in`}
        lead="What a translator sends back. A blank in the file takes nothing away."
      />
      {report && <Report report={report} places={places} target={target} texts={`${pages}/${target.tag}`} />}
      <Form method="post" encType="multipart/form-data" className={report ? 'after' : undefined}>
        <Field
          id="file"
          label={report ? 'Another file' : 'The file'}
          help="XLIFF 2.0 or CSV as it was exported here, up to 2 MB."
          error={outcome?.kind === 'refused' ? outcome.sentence : undefined}
        >
          <TextInput type="file" name="file" accept=".xliff,.xlf,.csv,.tsv,.txt" />
        </Field>
        <p className="form-foot cluster">
          <Button variant={report ? 'outline' : 'primary'}>
            {isReading ? 'Reading the file' : 'Bring it in'}
          </Button>
          <ButtonLink variant="plain" to={`${pages}/${target.tag}`}>
            Back to the texts
          </ButtonLink>
        </p>
      </Form>
    </>
  );
}
