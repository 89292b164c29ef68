import { createQueryId, type Compilable, type CompiledQuery, type OperationNodeSource } from 'kysely'
import type { RawBuilder, RootOperationNode } from 'kysely'
import type { Reader } from './connection.ts'
import { SteadyCompiler } from './steady-compiler.ts'

class StandIn {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

type Query<Row> = (Compilable<Row> & OperationNodeSource) | RawBuilder<Row>

/**
 * A query that is built and compiled once for each set of names: the builder sees a stand-in for each value, and every
 * call binds its values where the stand-ins went. For what runs with every command; Kysely's building costs more than
 * such a query itself. A value may stand wherever SQL takes a parameter, but not be looked at.
 */
export function prepared<Db extends Reader, Values extends object, Row>(
  build: (db: Db, values: Values) => Query<Row>,
): (db: Db, values: Values) => Promise<Row[]> {
  const compiled = new Map<string, CompiledQuery<Row>>()
  return async (db, values) => {
    const names = Object.keys(values)
    const key = names.join()
    const query = compiled.get(key) ?? compiledOf(build(db, standIns<Values>(names)))
    compiled.set(key, query)
    const valueByName = values as Record<string, unknown>
    const parameters = query.parameters.map((each) =>
      each instanceof StandIn ? valueByName[each.name] : each,
    )
    const { rows } = await db.getExecutor().executeQuery<Row>({ ...query, parameters })
    return rows
  }
}

function compiledOf<Row>(query: Query<Row>): CompiledQuery<Row> {
  return new SteadyCompiler().compileQuery(query.toOperationNode() as RootOperationNode, createQueryId())
}

function standIns<Values>(names: readonly string[]): Values {
  return Object.fromEntries(names.map((name) => [name, new StandIn(name)])) as Values
}

/** The row of a query that always answers one. */
export function theOne<Row>([row]: readonly Row[]): Row {
  if (row === undefined) throw new Error('a row that must be there is not')
  return row
}
