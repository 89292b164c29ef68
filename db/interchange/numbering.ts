import { sharedNumber, type NumberForm } from '../../shared/copies/rules.ts'
import type { Writer } from '../connection.ts'

/** A prefix met less often than this, and in less than this share of the file, is a slip or a note and no series. */
const fewestOfSeries = 20
const leastShare = 0.1
const mostDigits = 12
const usualDigits = 6

/** A number as it stands on a book, parted where its running number begins. */
export function partNumber(text: string): { prefix: string; number: number; digits: number } | null {
  const [, prefix = '', digits = ''] = /^(.{0,20}?)(\d{1,12})$/su.exec(text.trim()) ?? []
  const number = Number(digits)
  return number > 0 ? { prefix, number, digits: digits.length } : null
}

/** Prefixes differ neither by case nor by spaces, as numbers are read back in any of them. */
export function prefixKey(prefix: string): string {
  return prefix.normalize('NFC').replace(/\s+/g, '').toLowerCase()
}

/** How often each prefix was met in a file, and how long its numbers are written. */
export type SeriesMet = { prefix: string; digits: number; copies: number; last: number }

export function countPrefix(met: Map<string, SeriesMet>, text: string): void {
  const parts = partNumber(text)
  if (!parts) return
  const key = prefixKey(parts.prefix)
  const known = met.get(key) ?? { prefix: parts.prefix, digits: 1, copies: 0, last: 0 }
  met.set(key, {
    prefix: known.prefix,
    digits: Math.max(known.digits, parts.digits),
    copies: known.copies + 1,
    last: Math.max(known.last, parts.number),
  })
}

type SeriesRow = NumberForm & { id: number; name: string }
export type SeriesPlan = { prefix: string; digits: number; copies: number; isNew: boolean }

/** Which of the prefixes met have a series already, and which get one; the rest keep their numbers as they are written. */
export function planSeries(met: Iterable<SeriesMet>, series: readonly NumberForm[]): SeriesPlan[] {
  const forms: NumberForm[] = [...series]
  const all = [...met]
  const fewest = Math.min(fewestOfSeries, leastShare * all.reduce((sum, { copies }) => sum + copies, 0))
  return all
    .toSorted((a, b) => b.copies - a.copies)
    .flatMap(({ prefix, digits, copies }): SeriesPlan[] => {
      const known = forms.some((each) => prefixKey(each.prefix) === prefixKey(prefix))
      if (known) return [{ prefix, digits, copies, isNew: false }]
      const form = { prefix: prefix.trim(), digits: Math.min(digits, mostDigits) }
      if (copies < fewest || forms.some((each) => sharedNumber(each, form) !== null)) return []
      forms.push(form)
      return [{ ...form, copies, isNew: true }]
    })
}

/** The series by prefix, those made that the plan asks for. `made` are the new ones. */
export async function seriesByPrefix(
  db: Writer,
  plan: readonly SeriesPlan[],
  nameOf: (prefix: string) => string,
): Promise<{ byPrefix: Map<string, number>; made: number[] }> {
  const series = await allSeries(db)
  const byPrefix = new Map(series.map(({ id, prefix }) => [prefixKey(prefix), id]))
  const made: number[] = []
  for (const { prefix, digits } of plan.filter((each) => each.isNew)) {
    if (byPrefix.has(prefixKey(prefix))) continue
    const id = await addSeries(db, { name: nameOf(prefix), prefix, digits })
    byPrefix.set(prefixKey(prefix), id)
    made.push(id)
  }
  return { byPrefix, made }
}

/** Where numbers go that belong to no series: the first that has none in front, or a new one. */
export async function catchAllSeries(db: Writer, name: string): Promise<{ id: number; isNew: boolean }> {
  const series = await allSeries(db)
  const [first] = series
  if (first) return { id: first.id, isNew: false }
  return { id: await addSeries(db, { name, prefix: '', digits: usualDigits }), isNew: true }
}

export function allSeries(db: Pick<Writer, 'selectFrom'>): Promise<SeriesRow[]> {
  return db.selectFrom('accessionSeries').select(['id', 'name', 'prefix', 'digits']).orderBy('id').execute()
}

async function addSeries(db: Writer, form: NumberForm & { name: string }): Promise<number> {
  const twin = await db
    .selectFrom('accessionSeries')
    .select('id')
    .where('name', '=', form.name)
    .executeTakeFirst()
  const name = twin ? `${form.name} (${form.prefix})` : form.name
  const { id } = await db
    .insertInto('accessionSeries')
    .values({ ...form, name, materials: '[]' })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
