import { isRouteErrorResponse, useRouteError } from '@remix-run/react';

/** What went wrong with the page that was asked for, in words, for the error boundary around it. */
export function FaultWords() {
  const fault = useRouteError();
  const [title, words] = isRouteErrorResponse(fault)
    ? sayStatus(fault.status, fault.data)
    : sayStatus(500, null);
  return (
    <>
      <title>{title}</title>
      <h1>{title}</h1>
      <p className="lead">{words}</p>
    </>
  );
}

function sayStatus(status: number, data: unknown): [title: string, words: string] {
  const said = typeof data === 'string' && data !== '' ? data : null;
  switch (status) {
    case 404:
      return ['Nothing here', said ?? 'There is no such page, or it belongs to another workspace.'];
    case 403:
      return [
        'Not for this sign-in',
        said ?? 'Your permission does not open this page. An admin of your workspace can change that.',
      ];
    case 429:
      return ['Too often just now', said ?? 'This was opened very often. Try again in a minute.'];
    default:
      return [
        'Something went wrong on our side',
        'It was written down. Please try again; nothing half-done was kept.',
      ];
  }
}
