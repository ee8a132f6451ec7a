import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { type FormEvent, useState } from 'react';
import { isNoReply, logoPath, NO_REPLY_SENTENCE } from '#app/programme/brand/brand.ts';
import { Button } from '#app/ui/button.tsx';
import { Choice } from '#app/ui/choice.tsx';
import { TextInput } from '#app/ui/control.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { LetterPreview, type Typed } from './letter-preview.tsx';
import type { action, loader } from './route.tsx';

export type BrandView = ReturnType<typeof useLoaderData<typeof loader>>;

export function ProgrammeMailPage() {
  const view = useLoaderData<typeof loader>();
  const { fieldErrors = {}, values = {} } = useActionData<typeof action>() ?? {};
  const { brand, slug } = view;
  const shown = { ...typedOf(view), ...values };
  const [typed, setTyped] = useState<Typed>(shown);
  const faults = Object.entries(fieldErrors).map(([field, message]) => ({ field, message }));
  const onInput = ({ currentTarget }: FormEvent<HTMLFormElement>) => {
    const form = new FormData(currentTarget);
    const text = (name: string) => String(form.get(name) ?? '');
    setTyped({ senderName: text('senderName'), displayName: text('displayName'), colour: text('colour') });
  };
  return (
    <>
      <PageHead
        crumb={
          <>
            <Link to="/programmes">Programmes</Link>
            <Link to={`/programmes/${slug}`}>{brand.programmeName}</Link>
          </>
        }
        title="How its mail looks"
        lead="Whose it is, where replies go, and what people recognise you by. Mail that is out stays as it is."
      />
      <div className="mail-bench">
        <Form method="post" encType="multipart/form-data" noValidate onInput={onInput}>
          <ErrorSummary faults={faults} />
          <SenderFields view={view} shown={{ ...shown, replyTo: values.replyTo }} errors={fieldErrors} />
          <LookFields view={view} shown={shown} errors={fieldErrors} />
          <SaveBar saved={view.saved && faults.length === 0} />
        </Form>
        <LetterPreview view={view} typed={typed} />
      </div>
    </>
  );
}

function typedOf({ brand }: BrandView): Typed {
  const { senderName, displayName, colour } = brand;
  return { senderName, displayName: displayName ?? '', colour: colour ?? '' };
}

interface FieldsProps {
  view: BrandView;
  shown: Typed & { replyTo?: string | undefined };
  errors: Readonly<Record<string, string>>;
}

function SenderFields({ view: { brand, mailFrom }, shown, errors }: FieldsProps) {
  const warns = brand.replyTo !== null && isNoReply(brand.replyTo);
  const fallback =
    brand.replyTo === null && brand.repliesGoTo
      ? `Empty: they go to the owner of the programme, ${brand.repliesGoTo}.`
      : 'Empty: they go to the owner of the programme.';
  return (
    <>
      <Field
        id="senderName"
        label="Mail comes from"
        help={`A person’s name, as it stands in the inbox beside ${mailFrom}. It closes the letter, too.`}
        error={errors.senderName}
      >
        <TextInput
          name="senderName"
          defaultValue={shown.senderName}
          autoComplete="off"
          required
          maxLength={80}
        />
      </Field>
      <Field
        id="replyTo"
        label="Replies go to"
        help={warns ? <b>{NO_REPLY_SENTENCE}</b> : `An address that somebody reads. ${fallback}`}
        error={errors.replyTo}
      >
        <TextInput
          type="email"
          name="replyTo"
          defaultValue={shown.replyTo ?? brand.replyTo ?? ''}
          autoComplete="off"
          maxLength={254}
        />
      </Field>
    </>
  );
}

function LookFields({ view: { brand, workspaceName }, shown, errors }: FieldsProps) {
  return (
    <>
      <Field
        id="displayName"
        label="Who asks"
        help={`The name people know you by, where it is not ${workspaceName}. The letter says both at its end.`}
        error={errors.displayName}
      >
        <TextInput name="displayName" defaultValue={shown.displayName} autoComplete="off" maxLength={80} />
      </Field>
      <Field
        id="colour"
        label="Colour"
        help="Six digits, such as #1a7f37; empty for none. Where words would not be legible in it, they get the nearest shade that is. The numbers to answer with never have a colour."
        error={errors.colour}
      >
        <TextInput name="colour" defaultValue={shown.colour} autoComplete="off" size={9} maxLength={20} />
      </Field>
      <Field
        id="logo"
        label={brand.logo ? 'Another logo' : 'Logo'}
        help="PNG, JPEG or WebP, up to 1 MB. It is drawn anew at 400 by 120 pixels at most, on white."
        error={errors.logo}
      >
        <TextInput type="file" name="logo" accept="image/png,image/jpeg,image/webp" />
      </Field>
      {brand.logo && (
        <div className="field">
          <img
            className="logo-now"
            src={logoPath(brand.logo)}
            width={brand.logo.width}
            height={brand.logo.height}
            alt="The logo as it is now"
          />
          <Choice type="checkbox" name="removeLogo" value="1" label="Use no logo from now on" />
        </div>
      )}
    </>
  );
}

function SaveBar({ saved }: { saved: boolean }) {
  const isSaving = useNavigation().state === 'submitting';
  return (
    <p className="cluster form-foot">
      <Button variant="primary">{isSaving ? 'Saving' : 'Save'}</Button>
      {saved && (
        <span className="saved" role="status">
          Saved.
        </span>
      )}
    </p>
  );
}
