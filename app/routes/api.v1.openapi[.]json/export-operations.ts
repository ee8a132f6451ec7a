import { ExportListQuery } from '#app/results/export/export-wire.ts';
import type { Operation } from './operations.ts';

/** Files made in the background. */
export const EXPORTS: readonly Operation[] = [
  {
    method: 'get',
    path: '/exports',
    id: 'listExports',
    summary: 'The exports that this key ordered, the newest first.',
    scope: 'results:read',
    query: ExportListQuery,
    answers: { 200: 'ExportPage' },
  },
  {
    method: 'post',
    path: '/exports',
    id: 'orderExport',
    summary:
      'Orders files of a wave or a programme: rows of one response each, or figures of one persona each. They are made in the background.',
    scope: 'results:read',
    body: 'NewExport',
    answers: { 201: 'Export' },
    problems: ['NOT_FOUND', 'EXPORT_IN_CONFIDENCE', 'EXPORT_BEFORE_CLOSE', 'TOO_MANY_EXPORTS'],
  },
  {
    method: 'get',
    path: '/exports/{export}',
    id: 'readExport',
    summary: 'How far an export is, and its files once it is done.',
    scope: 'results:read',
    answers: { 200: 'Export' },
  },
  {
    method: 'post',
    path: '/exports/{export}/delete',
    id: 'deleteExport',
    summary:
      'Cancels an export that is not done, or deletes the files of one that is. The body is an empty object.',
    scope: 'results:read',
    body: 'ExportDelete',
    answers: { 200: 'Export' },
  },
  {
    method: 'get',
    path: '/exports/{export}/files/{file}',
    id: 'downloadExportFile',
    summary: 'A file of a finished export. Files of rows need a key with the scope responses:read too.',
    scope: 'results:read',
    answers: { 200: 'File' },
  },
];
