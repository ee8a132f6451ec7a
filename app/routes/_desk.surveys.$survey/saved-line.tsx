import type { Builder } from '#app/survey/draft/builder-state.ts';
import { Button } from '#app/ui/button.tsx';
import { When } from '#app/ui/time.tsx';
import { useDesk } from './desk-view.tsx';
import type { SaveStatus } from './use-saving.ts';

/** When it was saved, or why not yet; undo and redo beside it. */
export function SavedLine({ state, status }: { state: Builder; status: SaveStatus }) {
  const { isAlive, change, view } = useDesk();
  const isPending = state.draft !== state.base || status.kind !== 'saved';
  return (
    <div className="saved-line">
      <p className="saved" data-status={isPending ? status.kind : 'saved'}>
        {isPending ? <Pending status={status} /> : <SavedAt at={state.savedAt} by={view.savedBy} />}
      </p>
      {isAlive && (
        <>
          <Button
            variant="plain"
            type="button"
            aria-disabled={state.past.length === 0}
            onClick={() => change({ kind: 'undo' })}
          >
            Undo
          </Button>
          <Button
            variant="plain"
            type="button"
            aria-disabled={state.future.length === 0}
            onClick={() => change({ kind: 'redo' })}
          >
            Redo
          </Button>
        </>
      )}
    </div>
  );
}

function Pending({ status }: { status: SaveStatus }) {
  switch (status.kind) {
    case 'waiting':
      return <b>Not saved: {status.sentence}, trying again.</b>;
    case 'refused':
      return <b>Not saved: {status.sentence}</b>;
    case 'saved':
    case 'saving':
      return <>Saving…</>;
    default:
      return status satisfies never;
  }
}

const TIME = { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' } as const;

/** The time of day today, the whole date before; the page is drawn on the server with the date. */
function SavedAt({ at, by }: { at: number; by: string | null }) {
  const { isAlive } = useDesk();
  const isToday = isAlive && new Date(at).toDateString() === new Date().toDateString();
  if (isToday)
    return (
      <>
        Saved{' '}
        <time dateTime={new Date(at).toISOString()} title={`${new Date(at).toUTCString()}`}>
          {new Intl.DateTimeFormat('en-GB', TIME).format(at)} UTC
        </time>
      </>
    );
  return (
    <>
      Saved <When at={at} zone="UTC" locale="en-GB" precision="minute" />
      {by && ` by ${by}`}
    </>
  );
}
