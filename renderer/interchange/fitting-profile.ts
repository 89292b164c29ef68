import { valueKey } from '../../shared/interchange/vocabulary.ts'
import type { Looked } from './use-column-map.ts'
import type { KnownProfile } from './use-profiles.ts'

type Known = { own: readonly KnownProfile[]; ready: readonly KnownProfile[] }

/** Share of a table's heads that a profile must know to be the one these tables were mapped with before. */
const enough = 0.8

/**
 * What looking names by a code or a name; but the library's own way of reading such files goes before a ready one: a
 * profile that takes copies from the same fields, or that knows the heads of the table.
 */
export function fittingProfile(found: Pick<Looked, 'profile' | 'headers'>, { own, ready }: Known) {
  const heads = found.headers.map(valueKey).filter((head) => head !== '')
  const byHeads = own.find(({ profile }) => {
    const known = new Set(profile.columns.map(({ header }) => valueKey(header)))
    return heads.length > 0 && heads.filter((head) => known.has(head)).length >= heads.length * enough
  })
  if (byHeads || found.profile === null) return byHeads
  const named = [...own, ...ready].find(({ code, profile }) =>
    code === '' ? profile.name === found.profile : code === found.profile,
  )
  const tags = named?.profile.copies?.tags.join()
  return own.find(({ profile }) => tags !== undefined && profile.copies?.tags.join() === tags) ?? named
}
