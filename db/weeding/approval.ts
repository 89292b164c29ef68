import { yearsAfter } from '../../shared/weeding/rules.ts'
import type { WeedingGround } from '../../shared/weeding/contract.ts'
import { weedingGrounds } from '../../shared/weeding/contract.ts'
import type { Writer } from '../connection.ts'
import type { CommandsOf } from '../context.ts'
import { idsIn, withdrawByDecision } from '../copies/index.ts'
import { libraryWords } from '../words.ts'
import { paperNamed, requireTurn, sign } from './papers.ts'
import { fullNumber, numberParts, readBack, requireWeeding } from './reading.ts'
import { readRule } from './rule.ts'

export const approvalCommands: Pick<CommandsOf<'weeding'>, 'approve'> = {
  async approve({ id, rev, number, signedOn, withdrawnOn, isAboveLimitMeant }, context) {
    const { db, fail, today } = context
    const weeding = await requireWeeding(db, { id, rev }, fail)
    await requireTurn(db, weeding, { kind: 'approval', signedOn }, fail)
    const paper = await paperNamed(db, id, 'approval')
    const t = await libraryWords(db)
    const decision = {
      decisionNumber: fullNumber(numberParts(number, paper.symbol)),
      decidedOn: signedOn,
      withdrawnOn,
      note: t('weeding.withdrawalNote', { name: weeding.name }),
    }
    // The paper first: it speaks of the stock as it is before the copies leave.
    await sign(db, weeding, { paper, number, signedOn, today })
    const parts = await partsOf(db, id)
    const withdrawals = await withdrawByDecision({ decision, parts, isAboveLimitMeant }, context)
    for (const [at, withdrawal] of withdrawals.entries())
      await db
        .updateTable('weedingItem')
        .set({ withdrawalId: withdrawal.id })
        .where('weedingId', '=', id)
        .where('copyId', 'in', idsIn(parts[at]?.copyIds ?? []))
        .execute()
    const { keptYears } = await readRule(db)
    await db
      .updateTable('weeding')
      .set({ withdrawnOn, keptUntil: yearsAfter(withdrawnOn, keptYears) })
      .where('id', '=', id)
      .execute()
    return readBack(db, id)
  },
}

/** The copies that leave, by the ground of each. */
async function partsOf(
  db: Writer,
  weedingId: number,
): Promise<{ ground: WeedingGround; copyIds: number[] }[]> {
  const rows = await db
    .selectFrom('weedingItem')
    .select(['ground', 'copyId'])
    .where('weedingId', '=', weedingId)
    .where('state', '=', 'listed')
    .orderBy('copyId')
    .execute()
  const byGround = Map.groupBy(rows, ({ ground }) => ground)
  return weedingGrounds.flatMap((ground) => {
    const copyIds = byGround.get(ground)?.map(({ copyId }) => copyId) ?? []
    return copyIds.length > 0 ? [{ ground, copyIds }] : []
  })
}
