import { useState } from 'react'
import { mergeSides, type Sides } from '../ui/ConflictDialog.tsx'
import { mergeThreeWays } from '../ui/merge-three-ways.ts'

type Conflict<Fields, Record> = { merged: Fields; theirs: Record; disputed: (keyof Fields)[] }

type Parts<Fields, Record> = {
  /** Left out where a record has whatever parts it has: then all that any of the three versions has. */
  names?: readonly (keyof Fields)[]
  fieldsOf: (record: Record) => Fields
  /** The record as it stands now; null where it cannot be had. */
  current: () => Promise<Record | null>
  saveMerged: (merged: Fields, theirs: Record) => Promise<void>
}

/** What a form does when its record was saved by somebody else meanwhile: merges, and asks only about what both changed. */
export function useConflict<Fields extends object, Record>(parts: Parts<Fields, Record>) {
  const { names, fieldsOf, current, saveMerged } = parts
  const [conflict, setConflict] = useState<Conflict<Fields, Record> | null>(null)

  async function meet(mine: Fields, base: Fields): Promise<void> {
    const theirs = await current()
    if (theirs === null) return
    const versions = { base, mine, theirs: fieldsOf(theirs) }
    const { merged, disputed } = mergeThreeWays(names ?? namesIn(versions), versions)
    if (disputed.length > 0) setConflict({ merged, theirs, disputed })
    else await saveMerged(merged, theirs)
  }
  function choose(sides: Sides): void {
    setConflict(null)
    if (conflict)
      void saveMerged(mergeSides(conflict.merged, fieldsOf(conflict.theirs), sides), conflict.theirs)
  }
  return { conflict, meet, choose, close: () => setConflict(null) }
}

function namesIn<Fields extends object>(versions: { [version: string]: Fields }): (keyof Fields)[] {
  return [...new Set(Object.values(versions).flatMap((each) => Object.keys(each) as (keyof Fields)[]))]
}
