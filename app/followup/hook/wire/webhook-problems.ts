import type { ProblemTable } from '#app/platform/wire/problem.ts';

/** Refusals of making a webhook. */
export const WEBHOOK_PROBLEMS = {
  TOO_MANY_WEBHOOKS: {
    status: 409,
    title: 'The workspace has twenty webhooks',
    meaning: 'Delete one that nobody needs, or send several receivers on from one.',
  },
} as const satisfies ProblemTable;
