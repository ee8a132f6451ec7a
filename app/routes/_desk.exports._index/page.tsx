import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { useLookAgain } from '#app/ui/look-again.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { ExportList } from './export-list.tsx';
import { OrderForm } from './order-form.tsx';
import { RefusedRows } from './refused-rows.tsx';
import type { action, loader } from './route.tsx';

export type ExportsView = ReturnType<typeof useLoaderData<typeof loader>>;

const LOOK_AGAIN = 1500;

const SAID: Record<string, string> = {
  ordered: 'It is being made. You may leave this page; the file will be here.',
  cancelled: 'The export was cancelled. Nothing of it was kept.',
  deleted: 'The files were deleted.',
  over: 'It had ended already. Nothing of it is kept.',
};

export function ExportsPage() {
  const view = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const isWaiting = view.exports.some(({ state }) => state === 'queued' || state === 'running');
  useLookAgain(LOOK_AGAIN, isWaiting);
  // The address still says "ordered" when the file has long been made.
  const isSaid = view.said !== null && (view.said !== 'ordered' || isWaiting);
  const said = isSaid ? SAID[view.said!] : undefined;
  return (
    <>
      <PageHead
        crumb={
          <>
            <Link to="/results">Results</Link>
            <span>Exports</span>
          </>
        }
        title="Exports"
        lead="Files are made in the background and lie here for seven days, for you alone. Each line and each figure in them belongs to one persona."
      />
      {said && !answered && (
        <p className="said" role="status">
          {said}
        </p>
      )}
      {answered?.kind === 'refused' && <RefusedRows refused={answered} />}
      {view.programmes.length === 0 ? (
        <EmptyState title="Nothing to export yet." action={<Link to="/overview">Go to the overview</Link>}>
          Files can be ordered as soon as a wave was sent or past answers were imported.
        </EmptyState>
      ) : (
        <OrderForm view={view} answered={answered} />
      )}
      <ExportList exports={view.exports} />
    </>
  );
}
