import { expect, test } from 'vitest'
import { contracts } from '../../shared/contracts.ts'
import en from '../../shared/locales/en/journal.json' with { type: 'json' }
import vi from '../../shared/locales/vi/journal.json' with { type: 'json' }
import { journaledOperations, actKey } from './operation-names.ts'

type Named = Record<string, { journal?: false }>
const declared = Object.entries(contracts).flatMap(([module, { commands, jobs }]) =>
  Object.entries<Named[string]>({ ...(commands as Named), ...(jobs as Named) })
    .filter(([, spec]) => spec.journal !== false)
    .map(([operation]) => `${module}.${operation}`),
)

test('every operation that leaves an entry can be filtered by', () => {
  expect([...journaledOperations].toSorted()).toEqual([...declared, 'engine.upgrade'].toSorted())
})

test.each([
  ['Vietnamese', vi],
  ['English', en],
])('every operation that leaves an entry has words in %s', (_, texts) => {
  const known: Record<string, string> = texts.acts
  const named = journaledOperations.filter((name) => known[actKey(name).split('.')[2] ?? ''])
  expect(named).toEqual([...journaledOperations])
})
