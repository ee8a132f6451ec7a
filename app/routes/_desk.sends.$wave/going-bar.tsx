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
  bounces: 'Too many of its mails came back for good or were turned away.',
  complaints: 'Too many of those asked marked it as spam.',
  refused: 'The mail server takes nothing from us. Mend that before it goes on.',
} as const satisfies Record<NonNullable<Course['paused']>['why'], string>;

/** What a member does where the limits held it up. It stops again only when as many again have come back. */
const AFTER_LIMIT: Partial<Record<keyof typeof WHY, string>> = {
  bounces:
    'Look at the addresses, put right where they come from, then press “Let it go on”. Each one that came back is not written to again.',
  complaints:
    'Think again whom it asks and whether they expect to be asked, then press “Let it go on”. Whoever marked it is not written to again.',
};

/** A send that was held up says so, first thing on its page. */
export function PausedNotice({
  course: { paused },
  stoppedWhy,
}: {
  course: Course;
  stoppedWhy: string | null;
}) {
  if (!paused) return null;
  const advice = AFTER_LIMIT[paused.why];
  return (
    <div className="after">
      <Notice
        heading={paused.by ? `Held up by ${paused.by}` : 'Held up'}
        sentence={advice && stoppedWhy ? stoppedWhy : WHY[paused.why]}
        foot={
          <p>
            {advice && (
              <>
                {advice} <a href="#came-back">See whose</a>.{' '}
              </>
            )}
            Since <When at={paused.at} zone="UTC" locale="en-GB" precision="minute" />.
          </p>
        }
      />
    </div>
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
