import { Form } from '@remix-run/react';
import { ActionBar } from '#app/ui/action-bar.tsx';
import { Button } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { When } from '#app/ui/time.tsx';
import type { SendView } from './page.tsx';

type Course = NonNullable<SendView['course']>;

const WHY = {
  member: 'Nothing more leaves until somebody lets it go on. Links that are out stay open.',
  late: 'It was to begin more than six hours ago, so it waits until you say that it still should.',
  bounces: 'Too many of its mails came back. Look at the addresses before it goes on.',
  complaints: 'Too many of those asked called it spam. Think again whom it asks before it goes on.',
  refused: 'The mail server takes nothing from us. Mend that before it goes on.',
} as const satisfies Record<NonNullable<Course['paused']>['why'], string>;

/** A send that was held up says so, first thing on its page. */
export function PausedNotice({ course: { paused } }: { course: Course }) {
  if (!paused) return null;
  return (
    <Notice
      heading={paused.by ? `Held up by ${paused.by}` : 'Held up'}
      sentence={WHY[paused.why]}
      foot={
        <>
          Since <When at={paused.at} zone="UTC" locale="en-GB" precision="minute" />.
        </>
      }
    />
  );
}

/** While mails wait: hold them up, let them go on, or take them back. */
export function GoingBar({ course, waiting }: { course: Course; waiting: number }) {
  if (waiting === 0 && !course.paused) return null;
  return (
    <ActionBar
      label="What still waits"
      action={
        <Form method="post" className="cluster">
          {course.paused ? (
            <Button variant="primary" name="intent" value="resume">
              Let it go on
            </Button>
          ) : (
            <Button name="intent" value="pause">
              Hold up
            </Button>
          )}
          {waiting > 0 && (
            <Button name="intent" value="recall">
              {`Take back the ${waiting} unsent`}
            </Button>
          )}
        </Form>
      }
    >
      <p className="quiet">
        What is taken back is not sent any more in this send. Those people may be asked in another.
      </p>
    </ActionBar>
  );
}
