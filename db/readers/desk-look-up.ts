import { sql } from 'kysely'
import type { CopyStatus } from '../../shared/copies/contract.ts'
import type { Reader } from '../connection.ts'
import { prepared } from '../prepared.ts'

export type ScannedCopy = {
  id: number
  accessionNumber: string
  titleId: number
  title: string
  material: string
  siteId: number
  siteName: string
  /** 1 in a store for reading; null outside every store. */
  isReadingOnly: number | null
  status: CopyStatus
  withdrawnOn: string | null
  cancelledOn: string | null
  loanId: number | null
  loanReaderId: number | null
  lentAt: string | null
  /** A loan whose copy came back elsewhere and has not arrived at its own site. */
  onTheWayId: number | null
}

export type ScannedCard = {
  readerId: number | null
  name: string
  endedOn: string | null
  newNumber: string | null
}

const compiled = {
  copies: prepared((db: Reader, { code }: { code: string }) =>
    db
      .selectFrom('copy')
      .innerJoin('title', 'title.id', 'copy.titleId')
      .innerJoin('site', 'site.id', 'copy.siteId')
      .leftJoin('store', 'store.id', 'copy.storeId')
      .leftJoin('loan', (join) =>
        join
          .onRef('loan.copyId', '=', 'copy.id')
          .on('loan.returnedOn', 'is', null)
          .on('loan.lostOn', 'is', null),
      )
      .select([
        'copy.id',
        'copy.accessionNumber',
        'copy.titleId',
        'title.title',
        'title.material',
        'copy.siteId',
      ])
      .select(['site.name as siteName', 'store.isReadingOnly'])
      .select(['copy.status', 'copy.withdrawnOn', 'copy.cancelledOn'])
      .select(['loan.id as loanId', 'loan.readerId as loanReaderId', 'loan.lentAt'])
      .select((is) =>
        is
          .selectFrom('loan as back')
          .select('back.id')
          .whereRef('back.copyId', '=', 'copy.id')
          .where('back.returnedSiteId', 'is not', null)
          .where('back.arrivedOn', 'is', null)
          .orderBy('back.id', 'desc')
          .limit(1)
          .as('onTheWayId'),
      )
      .where(
        'copy.id',
        'in',
        sql<number>`(select id from copy where barcode = ${code} and barcode != ''
          union select id from copy where accessionNumber = ${code}
          union select copyId from formerCopy where barcode = ${code} and barcode != '' and copyId is not null
          union select copyId from formerCopy where accessionNumber = ${code} and copyId is not null)`,
      ),
  ),
  card: prepared((db: Reader, { code }: { code: string }) =>
    db
      .selectFrom('readerCard as card')
      .leftJoin('reader', 'reader.id', 'card.readerId')
      .select(['card.readerId', 'reader.name', 'card.endedOn'])
      .select((is) =>
        is
          .selectFrom('readerCard as now')
          .select('now.number')
          .whereRef('now.readerId', '=', 'card.readerId')
          .where('now.endedOn', 'is', null)
          .orderBy('now.id', 'desc')
          .limit(1)
          .as('newNumber'),
      )
      .where('card.number', '=', code),
  ),
}

/** The copies that bear a code, as barcode or as number, here or in a library that was merged into this one. */
export async function copiesOfCode(db: Reader, code: string): Promise<ScannedCopy[]> {
  return compiled.copies(db, { code })
}

export async function cardOfCode(db: Reader, code: string): Promise<ScannedCard | null> {
  const [card] = await compiled.card(db, { code: code.toUpperCase() })
  return card ? { ...card, name: card.name ?? '' } : null
}
