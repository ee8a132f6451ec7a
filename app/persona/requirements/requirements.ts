import { z } from 'zod';

const MOST = 1500;
const text = z.string().trim().max(MOST, `Keep it under ${MOST} characters.`);

/** What one persona needs of us, in the workspace's own words (DOMAIN A5). An empty text is not known yet. */
export const Requirements = z.object({
  context: text,
  needs: text,
  expectations: text,
  wayOfWorking: text,
  evidence: text,
});
export type Requirements = z.infer<typeof Requirements>;

export const NO_REQUIREMENTS: Requirements = {
  context: '',
  needs: '',
  expectations: '',
  wayOfWorking: '',
  evidence: '',
};

/** In the order that they are read. */
export const REQUIREMENT_WORDS = {
  context: { term: 'Their situation', help: 'What they are in the middle of when they meet us.' },
  needs: { term: 'What they need', help: 'One to a line.' },
  expectations: { term: 'What they expect of us', help: 'One to a line.' },
  wayOfWorking: {
    term: 'How to work with them',
    help: 'Such as by phone before ten, or in writing with the figures first.',
  },
  evidence: { term: 'How we know', help: 'Who said so, or where it was seen.' },
} as const satisfies Record<keyof Requirements, { term: string; help: string }>;
