import type { Reader } from '../connection.ts'
import type { OfficialDocument } from '../documents/index.ts'
import { sha256 } from '../hash.ts'
import { sealsIn, type SealParts } from './seal.ts'

/** A paper that was signed here: the report itself is revision 1, its first restatement revision 2. */
export type SignedPaper = SealParts & {
  periodId: number
  signedAt: string
  seal: string
  document: OfficialDocument
  isIntact: boolean
}

/** Whatever was signed here and bears a seal. */
export async function signedPapers(db: Reader): Promise<SignedPaper[]> {
  const reports = await db
    .selectFrom('period')
    .select(['id as periodId', 'signedAt', 'paper', 'paperHash'])
    .where('state', '=', 'signed')
    .execute()
  const restatements = await db
    .selectFrom('restatement')
    .innerJoin('period', 'period.id', 'periodId')
    .select(['periodId', 'restatement.signedAt'])
    .select(['restatement.paper', 'restatement.paperHash'])
    .execute()
  return [...reports, ...restatements].flatMap(({ paper, paperHash, signedAt, ...period }) => {
    if (paper === null || signedAt === null) return []
    const document = JSON.parse(paper) as OfficialDocument
    const seal = sealsIn(document.seal ?? '')[0]
    return seal ? [{ ...period, ...seal, signedAt, document, isIntact: sha256(paper) === paperHash }] : []
  })
}
