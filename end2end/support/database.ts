/** A database of a test's own. */
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';

export type Engine = 'sqlite' | 'postgres';

export interface Database {
  readonly url: string;
  drop(): Promise<void>;
}

export async function createDatabase(engine: Engine, folder: string): Promise<Database> {
  if (engine === 'sqlite') return { url: `sqlite://${folder}/countersign.sqlite`, drop: async () => {} };
  const server = process.env['TEST_DATABASE_URL'];
  if (!server) {
    throw new Error('TEST_DATABASE_URL is not set: the Postgres journeys need a server. `make test` brings one; by hand: '
      + '../scripts/postgres.sh npx playwright test');
  }
  const name = `browser_${randomUUID().replaceAll('-', '')}`;
  await command(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => command(server, `DROP DATABASE ${name} WITH (FORCE)`) };
}

/** Every row of every table of a Postgres database, but for sessions, and for how often one has tried. */
export async function dump(url: string): Promise<Record<string, string[]>> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const texts = async (sql: string) => (await client.query<{ text: string }>(sql)).rows.map(row => row.text);
    const tables = await texts("SELECT tablename::text AS text FROM pg_tables WHERE schemaname = 'public' ORDER BY 1");
    const kept = tables.filter(table => !['sessions', 'attempts', '_sqlx_migrations'].includes(table));
    const rows: Record<string, string[]> = {};
    for (const table of kept) rows[table] = await texts(`SELECT t::text AS text FROM ${table} t ORDER BY 1`);
    return rows;
  } finally {
    await client.end();
  }
}

async function command(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
