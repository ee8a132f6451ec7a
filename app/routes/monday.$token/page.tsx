import { useActionData } from '@remix-run/react';
import { AlonePage } from '#app/ui/alone-page.tsx';
import { Button } from '#app/ui/button.tsx';
import type { action } from './route.tsx';

/** The end of a Monday mail: one press, and how to have it back. */
export function LeavePage() {
  const left = useActionData<typeof action>();
  if (left)
    return (
      <AlonePage title="No more Monday mail" lead="It is switched off, and nothing else is changed.">
        <p>
          <a href="/overview/monday">Have it again</a>
        </p>
      </AlonePage>
    );
  return (
    <AlonePage
      title="No more Monday mail?"
      lead="Other mail, such as follow-ups that wait for you, is not touched by this."
    >
      <form method="post">
        <Button variant="primary">Switch it off</Button>
      </form>
    </AlonePage>
  );
}
