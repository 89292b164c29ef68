import { readFileSync, writeFileSync } from 'node:fs'
import { openConnection } from '../db/connection.ts'
import { migrations } from '../db/migrations/index.ts'
import { upgrade } from '../db/upgrade.ts'

/** Writes db/schema.generated.ts from a freshly migrated database; `--check` only says whether it is up to date. */
const target = new URL('../db/schema.generated.ts', import.meta.url)
const typeOf: Record<string, string> = { INTEGER: 'number', REAL: 'number', TEXT: 'string' }

type Column = { name: string; type: string; notnull: number; dflt_value: string | null; pk: number }

const connection = openConnection(':memory:', { readonly: false })
await upgrade(connection, {
  target: Object.keys(migrations).at(-1) ?? '',
  now: new Date(0).toISOString(),
  newEpoch: () => '',
})

/** A CHECK of the form `"column" in ('a', 'b')` becomes a union. */
function choicesOf(createSql: string, column: string): string | null {
  const match = new RegExp(`"${column}" in \\(([^)]*)\\)`).exec(createSql)
  return match?.[1]
    ? match[1]
        .split(',')
        .map((choice) => choice.trim())
        .join(' | ')
    : null
}

function columnType(createSql: string, column: Column): string {
  const base = choicesOf(createSql, column.name) ?? typeOf[column.type] ?? 'never'
  const type = column.notnull || column.pk ? base : `${base} | null`
  return column.pk || column.dflt_value !== null ? `Generated<${type}>` : type
}

const tables = connection.raw
  .prepare(
    `select name, sql from sqlite_schema
     where type = 'table' and name not like 'sqlite_%' and name not like 'kysely_%' order by name`,
  )
  .all() as { name: string; sql: string }[]
/** As the formatter breaks a list of choices that is longer than a line. */
function broken(line: string): string {
  if (line.length <= 110) return line
  const [name = '', type = ''] = line.split(': ')
  const inner = /^Generated<(.*)>$/.exec(type)?.[1]
  const choices = (inner ?? type).split(' | ').map((choice) => `\n      | ${choice}`)
  return inner ? `${name}: Generated<${choices.join('')}\n    >` : `${name}:${choices.join('')}`
}

const lines = [
  '// Written by `npm run schema`; never edited.',
  "import type { Generated } from 'kysely'",
  '',
  'export type Schema = {',
]
for (const table of tables) {
  lines.push(`  ${table.name}: {`)
  for (const column of connection.raw.pragma(`table_info("${table.name}")`) as Column[]) {
    lines.push(broken(`    ${column.name}: ${columnType(table.sql, column)}`))
  }
  lines.push('  }')
}
lines.push('}', '')
const generated = lines.join('\n')
await connection.close()

if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== generated) {
    console.error('db/schema.generated.ts does not match the migrations: run `npm run schema`.')
    process.exit(1)
  }
} else {
  writeFileSync(target, generated)
}
