import { close, fdatasync, openSync } from 'node:fs';

/**
 * Forces SQLite's log to the disk while the event loop turns. SQLite itself would hold up everybody for as long as the disk
 * takes: with `synchronous = NORMAL` a commit writes the same pages to the same log and leaves that one call out.
 */
export class LogForcer {
  readonly #path: string;
  #file: number | undefined;
  #forcing: Promise<void> = Promise.resolve();
  #next: Promise<void> | null = null;

  /** @param path of the database, whose log stays the same file for as long as a handle on it is open */
  constructor(path: string) {
    this.#path = `${path}-wal`;
  }

  /** Resolves once everything that was committed before this call is on the disk; calls made meanwhile share one. */
  force(): Promise<void> {
    // What has begun may have passed by what was written since.
    this.#next ??= this.#forcing.then(() => {
      this.#next = null;
      this.#forcing = this.#force();
      return this.#forcing;
    });
    return this.#next;
  }

  async close(): Promise<void> {
    await this.#next;
    await this.#forcing;
    const file = this.#file;
    this.#file = undefined;
    if (file !== undefined) await new Promise<void>((resolve) => close(file, () => resolve()));
  }

  #force(): Promise<void> {
    this.#file ??= openSync(this.#path, 'r+');
    const file = this.#file;
    return new Promise((resolve) => {
      fdatasync(file, (fault) => (fault ? endAtOnce(fault) : resolve()));
    });
  }
}

/**
 * What the disk refused once it may have dropped, and the next call would succeed all the same. Nothing that was said since can
 * be trusted, so nothing more is said: whoever starts anew reads what is there.
 */
function endAtOnce(fault: Error): never {
  process.stderr.write(`The disk did not keep what was written: ${fault.message}\n`);
  process.exit(1);
}
