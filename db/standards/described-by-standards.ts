import type { Reader } from '../connection.ts'
import { agencyOf, exportedTitles } from './exported-titles.ts'
import { dublinCoreWriter } from './dublin-core.ts'
import { modsWriter } from './mods.ts'

/** A title as others read it, in files of their own; null for one that is gone from the catalogue. */
export async function describedByStandards(
  db: Reader,
  titleId: number,
): Promise<{ title: string; dublinCore: string; mods: string } | null> {
  const agency = await agencyOf(db)
  const [item] = await exportedTitles(db, [titleId], { agency, hasCopies: false })
  if (!item) return null
  const [dublinCore, mods] = [dublinCoreWriter(), modsWriter()].map(({ head, add, foot }) =>
    [head(), add([item]), foot()].map(String).join(''),
  )
  return { title: item.title.title, dublinCore: dublinCore ?? '', mods: mods ?? '' }
}
