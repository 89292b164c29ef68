import type { RecordKind } from '../../shared/cooperation/contract.ts'

/** The list of a kind of records, or the page of one. */
export function addressOf(of: RecordKind | 'partner', id?: number): string {
  return id === undefined ? `/cooperation/${of}s` : `/cooperation/${of}s/${id}`
}
