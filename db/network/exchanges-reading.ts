import type { Exchange, ExchangeFilters } from '../../shared/network/contract.ts'
import { exchangeStateOn } from '../../shared/network/rules.ts'
import type { Reader } from '../connection.ts'
import { hasWords } from '../listing.ts'
import { pointNamesOn } from './points-reading.ts'

/** The one asked for last comes first; each as it stands on the day. */
export async function readExchanges(db: Reader, on: string): Promise<Exchange[]> {
  const rows = await db
    .selectFrom('exchange')
    .leftJoin('partner', 'partner.id', 'exchange.partnerId')
    .leftJoin('agreement', 'agreement.id', 'exchange.agreementId')
    .selectAll('exchange')
    .select(['partner.name as partnerName', 'agreement.name as agreementName'])
    .orderBy('askedOn', 'desc')
    .orderBy('exchange.id', 'desc')
    .execute()
  const names = await pointNamesOn(db, on)
  return rows.map(({ partnerName, ...row }) => ({
    ...row,
    otherName: partnerName ?? (row.pointId === null ? '' : (names.get(row.pointId) ?? '')),
    state: exchangeStateOn(row, on),
  }))
}

/** Without the past: what is not over by the day, or was over in the year before it. */
export async function findExchanges(db: Reader, filters: ExchangeFilters): Promise<Exchange[]> {
  const { on, withPast } = filters
  const isFound = hasWords(filters.text)
  const since = `${Number(on.slice(0, 4)) - 1}${on.slice(4)}`
  const isRecent = ({ state, askedOn }: Exchange) =>
    (state !== 'done' && state !== 'refused') || askedOn > since
  const isWanted = (row: Exchange) =>
    (['direction', 'state', 'partnerId', 'pointId', 'agreementId'] as const).every(
      (part) => filters[part] === null || row[part] === filters[part],
    )
  return (await readExchanges(db, on))
    .filter(({ askedOn }) => askedOn <= on)
    .filter((row) => withPast || isRecent(row))
    .filter(isWanted)
    .filter(({ what, otherName, note, agreementName }) => isFound(what, otherName, note, agreementName))
}
