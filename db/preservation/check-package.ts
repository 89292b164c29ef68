import type { SpecOf } from '../../shared/contracts.ts'
import type { Receipt } from '../../shared/preservation/contract.ts'
import type { JobHandler } from '../context.ts'
import { checkBag, type BagReport } from './bag/check.ts'
import { rootAt } from './files/root.ts'

export const checkPackage: JobHandler<SpecOf<'preservation.checkPackage'>, never> = {
  async run({ path }, { db, fail, now, progress, offerFile }) {
    if (!rootAt(path)) fail('path_unreadable', { path })
    let done = 0
    progress(0, null)
    const report = checkBag(path, (bytes) => progress((done += bytes), null))
    const library = await db.selectFrom('library').select('name').executeTakeFirst()
    const receipt = receiptFor(report, { now, library: library?.name ?? '' })
    if (!receipt) return { ...report, receipt: null }
    const bytes = Buffer.from(`${JSON.stringify(receipt, null, 2)}\n`)
    return { ...report, receipt: await offerFile(`bien-nhan-${receipt.package}.json`, bytes) }
  },
}

/** Only a package that this program made can be told to have arrived: others have no number to name. */
export function receiptFor(
  { info, seal, files, bytes, isValid }: BagReport,
  { now, library }: { now: string; library: string },
): Receipt | null {
  const number = info['External-Identifier'] ?? ''
  if (seal === null || !/^[\w.-]{1,60}$/.test(number)) return null
  return {
    program: 'Kho Sách',
    kind: 'receipt',
    package: number,
    seal,
    files,
    bytes,
    isValid,
    checkedAt: now,
    library,
  }
}
