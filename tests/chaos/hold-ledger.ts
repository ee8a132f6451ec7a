import Database from 'better-sqlite3';
import pg from 'pg';
import type { House } from '#app/platform/house.ts';

/** Somebody else who writes the ledger for a while: every mark waits. */
export interface HeldLedger {
  take(): Promise<void>;
  letGo(): Promise<void>;
}

export function holdLedger({ engine, env }: Pick<House, 'engine' | 'env'>): HeldLedger {
  return engine === 'sqlite' ? holdFile(env.databaseUrl) : holdTable(env.databaseUrl);
}

function holdFile(path: string): HeldLedger {
  let file: Database.Database | undefined;
  return {
    take: async () => {
      file = new Database(path);
      file.exec('begin immediate');
    },
    letGo: async () => void file?.close(),
  };
}

function holdTable(connectionString: string): HeldLedger {
  const client = new pg.Client({ connectionString });
  return {
    take: async () => {
      await client.connect();
      await client.query('begin');
      await client.query('lock table outbound_message in exclusive mode');
    },
    letGo: () => client.end(),
  };
}
