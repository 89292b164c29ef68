/** What a form began with, kept beside its fields (also in its draft) so that a newer version can be told from it. */
export type Began<Fields> = { rev: number; base: Fields }

/** Fields that only one side changed are taken from that side; those that both changed differently are to be asked about. */
export function mergeThreeWays<Fields extends object, Name extends keyof Fields>(
  names: readonly Name[],
  { base, mine, theirs }: { base: Fields; mine: Fields; theirs: Fields },
): { merged: Fields; disputed: Name[] } {
  const taken = names.filter((name) => isSame(mine[name], base[name]))
  const merged = { ...mine }
  for (const name of taken) merged[name] = theirs[name]
  const disputed = names.filter(
    (name) =>
      !isSame(mine[name], base[name]) &&
      !isSame(theirs[name], base[name]) &&
      !isSame(mine[name], theirs[name]),
  )
  return { merged, disputed }
}

/** By what they hold: a list that was read twice is the same list. */
function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other)
}
