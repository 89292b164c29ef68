import { specByName } from '../../shared/contracts.ts'

/** Everything that can stand in the journal: what people do, and what the program does by itself. */
export const recordedOperations: readonly string[] = [
  ...[...specByName]
    .filter(([, { kind, spec }]) => kind !== 'query' && spec.journal !== false)
    .map(([name]) => name),
  'engine.upgrade',
]

export function isJob(operation: string): boolean {
  return specByName.get(operation)?.kind === 'job'
}
