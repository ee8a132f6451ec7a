import { Link, useActionData } from '@remix-run/react';
import { AlonePage } from '#app/ui/alone-page.tsx';
import type { action } from './route.tsx';

/** The sign-ins are the same on every machine: all of it is invented, so none of them is a secret. */
export function ExamplePage() {
  const signIns = useActionData<typeof action>()?.signIns;
  if (!signIns) return <NotLoaded />;
  return (
    <AlonePage
      title="The example is ready"
      lead="Everything in it is invented. Sign in as whoever you like to be:"
    >
      <pre className="secret">{signIns}</pre>
      <p className="alone-foot">
        <Link to="/sign-in">Go to sign in</Link>
      </p>
    </AlonePage>
  );
}

function NotLoaded() {
  return (
    <AlonePage title="The example" lead="It is loaded from the first page of an empty Rolecall.">
      <p className="alone-foot">
        <Link to="/">Go to the start</Link>
      </p>
    </AlonePage>
  );
}
