import Database from 'better-sqlite3'

/** Parameters by position: text, numbers, bytes, null. */
export type Parameter = string | number | Uint8Array | null

/** One connection with its prepared statements, each prepared once. */
export class Connection {
  private readonly statements = new Map<string, Database.Statement<Parameter[]>>()

  constructor(readonly database: Database.Database) {}

  all<Row>(sql: string, ...parameters: Parameter[]): Row[] {
    return this.statement(sql).all(...parameters) as Row[]
  }

  get<Row>(sql: string, ...parameters: Parameter[]): Row | undefined {
    return this.statement(sql).get(...parameters) as Row | undefined
  }

  /** The first column of the first row. */
  value<Value>(sql: string, ...parameters: Parameter[]): Value | undefined {
    const row = this.get<Record<string, Value>>(sql, ...parameters)
    for (const name in row) return row[name]
    return undefined
  }

  run(sql: string, ...parameters: Parameter[]): Database.RunResult {
    return this.statement(sql).run(...parameters)
  }

  /** A row written; its key. */
  insert(sql: string, ...parameters: Parameter[]): number {
    return Number(this.statement(sql).run(...parameters).lastInsertRowid)
  }

  statement(sql: string): Database.Statement<Parameter[]> {
    let statement = this.statements.get(sql)
    if (!statement) {
      if (this.statements.size >= MOST_STATEMENTS) this.statements.clear()
      this.statements.set(sql, (statement = this.database.prepare(sql)))
    }
    return statement
  }

  /**
   * Runs `work` as one atomic, durable unit; inside another as a part of that one, which must not survive its failure. (A savepoint for the
   * part would make each search index write what it holds: an eighth of the writer's time.)
   */
  atomically<Result>(work: () => Result): Result {
    return this.database.inTransaction ? work() : this.database.transaction(work).immediate()
  }

  close(): void {
    this.statements.clear()
    this.database.close()
  }
}

/** Combinations of filters have a text each: the list is kept from growing without end. */
const MOST_STATEMENTS = 2_000
const BUSY_TIMEOUT = 10_000

/** Opens the database to read and write; the file is made where there is none. A committed transaction survives power loss. */
export function openToWrite(path: string): Connection {
  const database = new Database(path, { timeout: BUSY_TIMEOUT })
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  database.pragma('secure_delete = ON') // what is deleted is overwritten, not only unlinked
  database.pragma('cache_size = -8192')
  database.pragma('wal_autocheckpoint = 10000') // pages that many articles share are written back once; `log.ts` bounds the log
  database.pragma('temp_store = MEMORY')
  return new Connection(database)
}

/** Opens an existing database to read; a read sees everything committed before it. */
export function openToRead(path: string): Connection {
  const database = new Database(path, { readonly: true, timeout: BUSY_TIMEOUT })
  database.pragma('query_only = ON')
  database.pragma('cache_size = -8192')
  database.pragma('temp_store = MEMORY')
  return new Connection(database)
}
