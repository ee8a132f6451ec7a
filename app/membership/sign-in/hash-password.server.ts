import { hash, verify } from '@node-rs/argon2';

/** argon2id is the library's default; the costs are OWASP's minimum: 19 MiB, 2 passes, 1 lane. */
const COSTS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** A hash of something nobody knows, so that an unknown address costs as much time as a wrong password. */
const NOBODY =
  '$argon2id$v=19$m=19456,t=2,p=1$QGNF7EzDZwyQcmXWI3K3Ng$p0Ow4guwjNZS+W20nmzhM3evMnwJ0pfQcdARK+d+2Ck';

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(spelled(password), COSTS));
}

/** True when `password` is the one behind `kept`. Without a kept hash it takes the same time and is false. */
export async function isPassword(kept: string | null | undefined, password: string): Promise<boolean> {
  const matches = await inTurn(() => verify(kept ?? NOBODY, spelled(password)));
  return matches && kept !== null && kept !== undefined;
}

/** One spelling per password, whichever keyboard composed its letters. */
function spelled(password: string): string {
  return password.normalize('NFKC');
}

// Each hash takes 19 MiB and a core, so a hundred sign-ins at once wait instead of eating the machine.
const AT_A_TIME = 2;
let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_A_TIME) await new Promise<void>((start) => waiting.push(start));
  else running += 1;
  try {
    return await work();
  } finally {
    // The place is handed on rather than freed, so that nobody slips in between.
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
