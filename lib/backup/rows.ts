import type { SqlSession } from "@/lib/db/session";

/** About how many characters of rows are read and written at once. */
const BATCH = 1_000_000;
const FIRST_ROWS = 20;
const MOST_ROWS = 2_000;

interface Column {
  name: string;
  type: string;
}

const isJson = (type: string) => type === "json" || type === "jsonb";

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** Every table of the schema, by name. */
export async function tableNames(session: SqlSession): Promise<string[]> {
  const rows = await session.query<{ name: string }>(
    `SELECT c.relname::text AS name FROM pg_class c WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' ORDER BY c.relname`,
  );
  return rows.map(({ name }) => name);
}

/** The rows of a table in slices, each the text of one JSON array. */
export async function* rowsOf(session: SqlSession, table: string): AsyncGenerator<string> {
  // JSON is taken as text: within a row, its null could not be told from no value.
  const columns = (await columnsOf(session, table)).map(({ name, type }) => (isJson(type) ? `${quoted(name)}::text AS ${quoted(name)}` : quoted(name)));
  await session.script(
    `DECLARE assay_rows NO SCROLL CURSOR FOR SELECT row_to_json(r)::text AS line FROM (SELECT ${columns.join(", ")} FROM ${quoted(table)}) AS r`,
  );
  let count = FIRST_ROWS;
  for (;;) {
    const rows = await session.query<{ line: string }>(`FETCH ${String(count)} FROM assay_rows`);
    if (rows.length === 0) break;
    const slice = `[${rows.map(({ line }) => line).join(",")}]`;
    yield slice;
    count = Math.max(1, Math.min(MOST_ROWS, Math.round((BATCH * rows.length) / slice.length)));
  }
  await session.script("CLOSE assay_rows");
}

/** Takes slices of rows into the tables. */
export class RowLoader {
  private readonly inserts = new Map<string, string>();
  private readonly session: SqlSession;

  constructor(session: SqlSession) {
    this.session = session;
  }

  async load(table: string, slice: string): Promise<void> {
    let insert = this.inserts.get(table);
    if (insert === undefined) {
      insert = insertOf(table, await columnsOf(this.session, table));
      this.inserts.set(table, insert);
    }
    await this.session.query(insert, [slice]);
  }
}

function insertOf(table: string, columns: readonly Column[]): string {
  const names = columns.map(({ name }) => quoted(name)).join(", ");
  const values = columns.map(({ name, type }) => (isJson(type) ? `r.${quoted(name)}::${type}` : `r.${quoted(name)}`)).join(", ");
  const shape = columns.map(({ name, type }) => `${quoted(name)} ${isJson(type) ? "text" : type}`).join(", ");
  return `INSERT INTO ${quoted(table)} (${names}) SELECT ${values} FROM json_to_recordset($1::json) AS r(${shape})`;
}

async function columnsOf(session: SqlSession, table: string): Promise<Column[]> {
  return session.query<Column>(
    `SELECT attname::text AS name, format_type(atttypid, atttypmod) AS type FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum`,
    [quoted(table)],
  );
}

/**
 * Does the work while no row is checked against another and no trigger runs, so that tables can be filled in any order. What refers to a row that is not there
 * is found at the end, and fails it all.
 */
export async function whileUnchecked(session: SqlSession, work: () => Promise<void>): Promise<void> {
  const tables = await tableNames(session);
  const keys = await session.query<{ table: string; name: string; definition: string }>(
    `SELECT conrelid::regclass::text AS "table", conname::text AS name, pg_get_constraintdef(oid) AS definition FROM pg_constraint
     WHERE connamespace = current_schema()::regnamespace AND contype = 'f' ORDER BY conname`,
  );
  for (const { table, name } of keys) await session.script(`ALTER TABLE ${table} DROP CONSTRAINT ${quoted(name)}`);
  for (const table of tables) await session.script(`ALTER TABLE ${quoted(table)} DISABLE TRIGGER USER`);
  await work();
  for (const table of tables) await session.script(`ALTER TABLE ${quoted(table)} ENABLE TRIGGER USER`);
  for (const { table, name, definition } of keys) await session.script(`ALTER TABLE ${table} ADD CONSTRAINT ${quoted(name)} ${definition}`);
}

/** Lets every counter go on after the highest number in its column. */
export async function setCounters(session: SqlSession): Promise<void> {
  const counters = await session.query<{ table: string; column: string; sequence: string }>(
    `SELECT a.attrelid::regclass::text AS "table", a.attname::text AS "column", pg_get_serial_sequence(a.attrelid::regclass::text, a.attname::text) AS sequence
     FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
     WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
       AND pg_get_serial_sequence(a.attrelid::regclass::text, a.attname::text) IS NOT NULL`,
  );
  for (const { table, column, sequence } of counters)
    await session.query(`SELECT setval($1::regclass, coalesce(max(${quoted(column)}), 0) + 1, false) FROM ${table}`, [sequence]);
}
