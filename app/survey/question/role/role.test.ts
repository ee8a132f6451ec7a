import { expect, test } from 'vitest';
import { factsOf, fillIn } from '#app/survey/logic/piping.ts';
import { role } from './role.ts';

test.each(['End-user', 'CFO', 'Einkaufsleitung', '購買担当'])(
  'the question reads well to a person in the role %s',
  (personaName) => {
    const names = { personName: 'Henrik Aalto', accountName: 'Meridian Foods', workspaceName: 'Northwind' };
    const read = fillIn(role.blank.wording, factsOf({ ...names, personaName }), new Map(), new Map());
    expect(read).toBe(`Your role at Meridian Foods, as we know it: ${personaName}. Does that still fit?`);
  },
);
