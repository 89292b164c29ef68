import { displayDate } from '../../shared/dates.ts'
import type { Reader } from '../connection.ts'
import type { Fail } from '../failure.ts'

type Site = { id: number; name: string; closedOn: string | null }

export async function requireSite(db: Reader, siteId: number, fail: Fail<'site_not_found'>): Promise<Site> {
  const site = await db
    .selectFrom('site')
    .select(['id', 'name', 'closedOn'])
    .where('id', '=', siteId)
    .executeTakeFirst()
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
