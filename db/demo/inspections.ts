import { Lot } from '../../shared/inspection/contract.ts'
import type { CommandContext } from '../context.ts'
import { commands } from '../inspection/index.ts'

type Plan = {
  name: string
  size: number
  /** Every how many pages one has something, and of which kinds in turn. */
  every: number
  kinds: readonly number[]
  /** Pages that were looked at; all of them where nothing is said. */
  looked?: number
  conclusion: string
}

/** Kinds of findings as the library begins with: 1 blurred, 2 askew, 7 shade. */
const plans: readonly Plan[] = [
  {
    name: 'Nghiệm thu đợt 1',
    size: 20,
    every: 12,
    kinds: [2],
    conclusion: 'Đạt yêu cầu, đồng ý nhận sản phẩm.',
  },
  {
    name: 'Nghiệm thu đợt 2',
    size: 24,
    every: 4,
    kinds: [1, 7],
    conclusion: 'Chưa đạt, trả lại các việc có trang lỗi.',
  },
  { name: 'Kiểm tra quý này', size: 30, every: 9, kinds: [2, 1], looked: 17, conclusion: '' },
]

/** A demo of a few titles has nothing to draw from. */
const fewestJobs = 5

const members = [
  { name: 'Nguyễn Thị Bích Ngọc', position: 'Phó Giám đốc', duty: 'chair' as const },
  { name: 'Trần Văn Khải', position: 'Trưởng phòng Nghiệp vụ', duty: 'member' as const },
  { name: 'Lê Quang Minh', position: 'Cán bộ số hóa', duty: 'deliverer' as const },
]

/** One lot accepted, one sent back, one half looked at; by the commands that a person would use. */
export async function insertDemoInspections(
  context: CommandContext<string>,
  projectId: number,
): Promise<void> {
  const lot = Lot.parse({ projectId })
  const { ready } = await context.db
    .selectFrom('digitizationJob')
    .select((is) => is.fn.countAll<number>().as('ready'))
    .where('projectId', '=', projectId)
    .where('state', '=', 'done')
    .executeTakeFirstOrThrow()
  if (ready < fewestJobs) return
  for (const [at, plan] of plans.entries()) {
    const sample = { sizeBy: 'number' as const, sizeValue: plan.size, fromEachJob: false }
    const asked = { name: plan.name, lot, ...sample, seed: 1000 + at, major: 1, minor: 4, followsId: null }
    const drawn = await commands.draw(asked, context)
    const { id, rev } = drawn
    const edited = await commands.update(
      { id, rev, name: plan.name, basis: 'Căn cứ kế hoạch số hóa năm', note: '', members },
      context,
    )
    await lookAt(context, id, plan)
    if (plan.looked !== undefined) continue
    const verdict = plan.kinds.includes(1) ? 'failed' : 'passed'
    const minutesNumber = `0${at + 1}/BB-NT`
    await commands.close(
      { id, rev: edited.rev, verdict, conclusion: plan.conclusion, minutesNumber },
      context,
    )
  }
}

async function lookAt(context: CommandContext<string>, inspectionId: number, plan: Plan): Promise<void> {
  const pages = await context.db
    .selectFrom('inspectionPage')
    .select(['id', 'rev', 'place'])
    .where('inspectionId', '=', inspectionId)
    .orderBy('place')
    .limit(plan.looked ?? plan.size)
    .execute()
  for (const { id, rev, place } of pages) {
    const isBad = (place ?? 0) % plan.every === 0
    const kind = plan.kinds[Math.floor((place ?? 0) / plan.every) % plan.kinds.length]
    await commands.judge({ id, rev, kindIds: isBad && kind !== undefined ? [kind] : [], note: '' }, context)
  }
}
