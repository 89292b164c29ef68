import { addDays, previousQuarter, quarterBounds, quarterOf, type Quarter } from '../../shared/dates.ts'
import { currentFormula, findIndicator } from '../../shared/indicators/formulas.ts'
import { quarterPeriod } from '../../shared/periods.ts'
import type { Writer } from '../connection.ts'
import type { ChunkContext } from '../context.ts'
import { sha256 } from '../hash.ts'
import { insertRow } from '../plain-rows.ts'

type Told = readonly (readonly [code: string, value: number])[]

/** What comes to the figures from elsewhere: units that report, what people wrote down, old reports, an indicator of its own. */
export async function insertDemoFigures({ db, today, now, jobId }: ChunkContext): Promise<void> {
  const ended = previousQuarter(quarterOf(today))
  await insertUnits(db, ended)
  await insertGiven(db, { ended, now })
  await insertOwn(db, Number(today.slice(0, 4)))
  await insertEarlier(db, { year: ended.year, now, jobId })
}

const reported: readonly Told[] = [
  [
    ['M2a.11', 1240],
    ['M2a.14', 2105],
    ['M2b.01', 6830],
    ['M2b.04b', 145],
    ['M2c.13a', 2],
    ['M2c.13b', 310],
  ],
  [
    ['M2a.11', 868],
    ['M2a.14', 1392],
    ['M2b.01', 4275],
    ['M2b.04b', 60],
    ['M2c.13a', 1],
    ['M2c.13b', 95],
  ],
]

/** Three communes of the network are asked; two sent their forms, one of them a second time with a figure corrected. */
async function insertUnits(db: Writer, ended: Quarter): Promise<void> {
  const communes = await db
    .selectFrom('servicePoint')
    .innerJoin('servicePointIdentity as identity', 'identity.pointId', 'servicePoint.id')
    .select(['servicePoint.id', 'identity.name', 'identity.communeCode'])
    .where('servicePoint.closedOn', 'is', null)
    .where('identity.kind', '=', 'commune')
    .orderBy('identity.fromOn', 'desc')
    .orderBy('servicePoint.id')
    .limit(3)
    .execute()
  for (const [at, { id, name, communeCode }] of communes.entries()) {
    const code = communeCode || `ML-${id}`
    const unitId = await insertRow(db, 'reportingUnit', { code, name })
    const figures = reported[at]
    if (!figures) continue
    const sent = { unitId, code, quarter: ended }
    if (at === 0) await insertForm(db, { ...sent, revision: 1, figures: figures.slice(0, -1) })
    await insertForm(db, { ...sent, revision: at === 0 ? 2 : 1, figures })
  }
}

type Form = { unitId: number; code: string; quarter: Quarter; revision: number; figures: Told }

async function insertForm(db: Writer, { unitId, code, quarter, revision, figures }: Form): Promise<void> {
  const period = quarterPeriod(quarter)
  const fileName = `phieu-${code}-${period}${revision > 1 ? `-lan-${revision}` : ''}.xlsx`
  const takenOn = addDays(quarterBounds(quarter).to, 2 + revision)
  const reportId = await insertRow(db, 'unitReport', {
    unitId,
    period,
    source: 'workbook',
    revision,
    fileName,
    hash: sha256(`${fileName} ${JSON.stringify(figures)}`),
    takenAt: `${takenOn}T02:30:00.000Z`,
  })
  for (const [each, value] of figures) {
    const indicator = findIndicator(each)
    const version = indicator ? currentFormula(indicator).version : 1
    await insertRow(db, 'unitFigure', { reportId, code: each, version, status: 'known', value })
  }
}

/** What the desk still writes into books of paper. */
async function insertGiven(db: Writer, { ended, now }: { ended: Quarter; now: string }): Promise<void> {
  const { from: fromOn, to: untilOn } = quarterBounds(ended)
  for (const [code, value, reason] of [
    ['M2a.09a', 428, 'Sổ cấp thẻ bạn đọc (bản giấy) của quầy thủ thư'],
    [
      'M2c.01a',
      2,
      'Thư mục chuyên đề biên soạn trước khi dùng chương trình, theo sổ theo dõi của Phòng Nghiệp vụ',
    ],
  ] as const)
    await insertRow(db, 'givenFigure', {
      code,
      fromOn,
      untilOn,
      status: 'known',
      value,
      reason,
      givenAt: now,
    })
}

async function insertOwn(db: Writer, year: number): Promise<void> {
  const indicatorId = await insertRow(db, 'ownIndicator', { code: 'TV.01', nature: 'at_end' })
  const terms = (measure: string) => [{ measure, sign: 'plus' }]
  await insertRow(db, 'ownIndicatorVersion', {
    indicatorId,
    version: 1,
    fromOn: `${year - 1}-01-01`,
    name: 'Số bản bình quân của một tên',
    nameEn: 'Copies to a title',
    unit: 'bản/tên',
    unitEn: 'copies per title',
    formula: JSON.stringify({
      way: 'quotient',
      part: terms('copies.held'),
      whole: terms('copies.titlesHeld'),
    }),
    source: 'Quy chế bổ sung tài liệu của thư viện',
  })
}

const onPaper: Told = [
  ['M2a.09a', 391],
  ['M2c.01a', 1],
  ['M2b.19b', 12],
]

/** A year of quarters from before the program, of what nobody counted in it then. */
async function insertEarlier(
  db: Writer,
  { year, now, jobId }: { year: number; now: string; jobId: number },
): Promise<void> {
  const reportId = await insertRow(db, 'earlierReport', {
    fileName: `bao-cao-quy-${year - 1}.xlsx`,
    source: `Báo cáo công tác năm ${year - 1} (bản giấy), số 215/BC-TV`,
    jobId,
    takenAt: now,
  })
  for (const [at, quarter] of ([1, 2, 3, 4] as const).entries()) {
    const { from: fromOn, to: untilOn } = quarterBounds({ year: year - 1, quarter })
    for (const [code, value] of onPaper) {
      const figure = {
        code,
        fromOn,
        untilOn,
        status: 'known',
        value: value + (code === 'M2a.09a' ? at * 17 : at % 2),
      }
      await insertRow(db, 'earlierFigure', { reportId, ...figure })
    }
  }
}
