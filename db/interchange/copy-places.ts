import { fold, words } from '../../shared/fold.ts'
import { mappedValue, type ImportProfile } from '../../shared/interchange/contract.ts'
import type { Reader, Writer } from '../connection.ts'

export type Place = { siteId: number; storeId: number | null }
type Named = { id: number; name: string; code: string }
type Site = Named & { stores: Named[] }
type Words = { site: string; store: string }
/** Where words lead, and whether each of them is known; a word left out is. */
type Meant = { place: Place; site: boolean; store: boolean }
export type PlaceFinder = {
  /** Where a copy stands; a word that names no place leads to the library's first site. */
  find: (said: Words) => Place
  isKnown: (kind: 'site' | 'store', said: Words) => boolean
}

/** The most stores a run makes by itself; beyond it the words are no stores. */
export const mostNewStores = 200

const mostRemembered = 10_000

export const wordKey = (text: string): string => words(fold(text)).join(' ')

/** By what the profile says a word means, else by the names and codes of the library's own places. */
export async function createPlaceFinder(db: Reader, { valueMaps }: ImportProfile): Promise<PlaceFinder> {
  const sites = await openSites(db)
  const [first] = sites
  const storeSite = new Map(sites.flatMap((site) => site.stores.map((store) => [store.id, site.id])))
  const idOf = (kind: 'site' | 'store', text: string) => Number(mappedValue(valueMaps, kind, text) ?? 0)

  function siteOf(text: string): Site | undefined {
    if (wordKey(text) === '') return undefined
    const mapped = idOf('site', text)
    return sites.find((site) => (mapped > 0 ? site.id === mapped : isNamed(site, text)))
  }
  function storeOf({ site, store }: Words): Named | undefined {
    if (wordKey(store) === '') return undefined
    const mapped = idOf('store', store)
    if (mapped > 0) return sites.flatMap((each) => each.stores).find(({ id }) => id === mapped)
    const own = siteOf(site) ?? first
    return own?.stores.find((each) => isNamed(each, store))
  }
  function look(said: Words): Meant {
    const [site, store] = [siteOf(said.site), storeOf(said)]
    const siteId = (store && storeSite.get(store.id)) ?? (site ?? first)?.id ?? 0
    return {
      place: { siteId, storeId: store?.id ?? null },
      site: site !== undefined || wordKey(said.site) === '',
      store: store !== undefined || wordKey(said.store) === '',
    }
  }
  // Millions of copies say the same few words.
  const looked = new Map<string, Meant>()
  function meant({ site, store }: Words): Meant {
    const key = `${site}\n${store}`
    const known = looked.get(key)
    if (known) return known
    const found = look({ site, store })
    if (looked.size < mostRemembered) looked.set(key, found)
    return found
  }
  return { find: (said) => meant(said).place, isKnown: (kind, said) => meant(said)[kind] }
}

function isNamed({ name, code }: Named, text: string): boolean {
  const key = wordKey(text)
  return wordKey(name) === key || (code !== '' && wordKey(code) === key)
}

async function openSites(db: Reader): Promise<Site[]> {
  const sites = await db
    .selectFrom('site')
    .select(['id', 'name', 'code'])
    .where('closedOn', 'is', null)
    .orderBy('id')
    .execute()
  const stores = await db
    .selectFrom('store')
    .select(['id', 'siteId', 'name', 'code'])
    .where('closedOn', 'is', null)
    .execute()
  return sites.map((site) => ({ ...site, stores: stores.filter(({ siteId }) => siteId === site.id) }))
}

/** Stores for words that name none yet, as the preview has said; answers which were made. */
export async function makeStores(
  db: Writer,
  texts: readonly string[],
  profile: ImportProfile,
): Promise<number[]> {
  const made: number[] = []
  for (const text of texts.slice(0, mostNewStores)) {
    const finder = await createPlaceFinder(db, profile)
    if (finder.isKnown('store', { site: '', store: text })) continue
    const { siteId } = finder.find({ site: '', store: '' })
    const { id } = await db
      .insertInto('store')
      .values({ siteId, name: text.slice(0, 300), code: '' })
      .returning('id')
      .executeTakeFirstOrThrow()
    made.push(id)
  }
  return made
}
