import { expect, it } from 'vitest'
import { specByName } from '../../shared/contracts.ts'
import { reachOf, type Reach } from '../../shared/lan/rules.ts'
import { lanTable } from './lan-table.ts'

const reachByLabel: Record<string, Reach> = {
  'stranger:': 'before_sign_in',
  'others:': 'signed_in',
  'here:': 'serving_pc',
}

/** A module, then its verbs behind the label that they belong to. */
function rowsOf(table: string): [string, Reach][] {
  const rows: [string, Reach][] = []
  let module = ''
  let reach: Reach = 'signed_in'
  for (const line of table.split('\n')) {
    for (const word of line.trim().split(/\s+/)) {
      if (/^ {2}\S/.test(line)) module = word
      else if (word.endsWith(':')) reach = reachByLabel[word] ?? 'serving_pc'
      else if (word !== '') rows.push([`${module}.${word}`, reach])
    }
  }
  return rows
}

const rows = rowsOf(lanTable)

it('the table says of every operation whether another PC may ask for it', () => {
  expect(rows.map(([operation]) => operation).toSorted()).toEqual([...specByName.keys()].toSorted())
})

it.each(rows)('%s is open to %s', (operation, reach) => {
  expect(reachOf(operation)).toBe(reach)
})

it('nothing is open to a stranger that the engine would not answer one', () => {
  const open = rows.filter(([, reach]) => reach === 'before_sign_in').map(([operation]) => operation)
  expect(open.map((operation) => specByName.get(operation)?.spec.can)).toEqual(open.map(() => 'anyone'))
})

it('whatever a path of the serving PC is given to is done there', () => {
  const isPath = (input: unknown) => /"path"|"folder"/.test(JSON.stringify(input))
  const given = [...specByName].filter(([, { spec }]) => isPath(fieldsOf(spec.input)))
  expect(given.length).toBeGreaterThan(10)
  expect(given.map(([operation]) => [operation, reachOf(operation)])).toEqual(
    given.map(([operation]) => [operation, 'serving_pc']),
  )
})

function fieldsOf(schema: unknown): string[] {
  const shape = (schema as { shape?: object }).shape
  return Object.keys(shape ?? {})
}
