import { displayDate } from '../../shared/dates.ts'
import type { Reader } from '../connection.ts'
import type { Fail } from '../failure.ts'
import { prepared } from '../prepared.ts'

type Site = { id: number; name: string; closedOn: string | null }

const siteById = prepared((db: Reader, { id }: { id: number }) =>
  db.selectFrom('site').select(['id', 'name', 'closedOn']).where('id', '=', id),
)

export async function requireSite(db: Reader, siteId: number, fail: Fail<'site_not_found'>): Promise<Site> {
  const [site] = await siteById(db, { id: siteId })
  return site ?? fail('site_not_found', { id: siteId })
}

/** One that was open on that day. */
export async function requireOpenSite(
  db: Reader,
  { siteId, on }: { siteId: number; on: string },
  fail: Fail<'site_not_found' | 'site_closed'>,
): Promise<Site> {
  const site = await requireSite(db, siteId, fail)
  if (site.closedOn !== null && site.closedOn < on)
    fail('site_closed', { name: site.name, on: displayDate(site.closedOn) })
  return site
}
