import { sql } from 'kysely'
import { Target, type PriorityClass } from '../../shared/digitization/contract.ts'
import { demoStoppages, demoWork, type DemoJob, type DemoTitle } from '../../shared/demo/digitization.ts'
import { daysAfter } from '../../shared/digitization/rules.ts'
import type { Writer } from '../connection.ts'
import { fail } from '../failure.ts'
import type { ChunkContext, CommandContext } from '../context.ts'
import { commands } from '../digitization/index.ts'
import { insertRows } from '../insert-rows.ts'
import { insertJobs } from './digitization-jobs.ts'
import { insertDemoFiles } from './files.ts'
import { insertDemoInspections } from './inspections.ts'

/** A year of digitization, as far as it can be by the commands that people use. */
export async function insertDemoDigitization(given: ChunkContext, seed: number): Promise<void> {
  const { db, today, userId } = given
  const context = commandContext(given)
  const titles = await chosenTitles(db)
  const work = demoWork(seed, titles, today)
  if (work.jobs.length === 0) return
  const projects = await insertProjects(context, work.jobs, titles)
  await insertJobs(db, { work, titles, projects, userId: await operatorOf(db, userId) })
  for (const stoppage of demoStoppages(today)) await commands.addStoppage(stoppage, context)
  await decideRights(context, work.jobs)
  await insertCollections(context, work.jobs)
  await insertDemoFiles(given)
  await insertDemoInspections(context, projects.current)
}

/** What a command is given when no person calls it. */
function commandContext({ db, now, today, userId, dataDir }: ChunkContext): CommandContext<string> {
  return {
    db,
    now,
    today,
    dataDir,
    fail,
    actor:
      userId === null
        ? null
        : {
            userId,
            role: 'administrator',
            can: () => true,
          },
    sessionHash: null,
    giveSession: () => undefined,
    cancelJob: () => undefined,
    endSeat: () => undefined,
    openAnew: () => undefined,
    passwordWork: {
      cost: 1,
      blockSize: 1,
      parallelization: 1,
    },
  }
}

/** Whoever digitizes in this library; else the one who fills it in. */
async function operatorOf(db: Writer, otherwise: number | null): Promise<number | null> {
  const user = await db.selectFrom('user').select('id').where('role', '=', 'digitizer').executeTakeFirst()
  return user?.id ?? otherwise
}

export type Chosen = DemoTitle & { material: string; class: PriorityClass; versionId: number }
type Row = { titleId: number; material: string; classes: string; isPrecious: number; templateId: number }

async function chosenTitles(db: Writer): Promise<Chosen[]> {
  const { rows } = await sql<Row>`
    select title.id as titleId, title.material, title.classes,
      ifnull(max(titleClass.class in ('ancient', 'rare', 'special_value')), 0) as isPrecious,
      ifnull((select own.id from digitizationTemplate as own where own.material = title.material and own.retiredOn is null),
        (select id from digitizationTemplate where material is null order by id limit 1)) as templateId
    from title left join titleClass on titleClass.titleId = title.id and titleClass.endedOn is null
    where title.removedOn is null and title.material not in ('digital', 'link', 'article')
    group by title.id order by max(titleClass.id) is null, title.id % 101, title.id limit 140`.execute(db)
  const stages = await sql<DemoTitle['stages'][number] & { templateId: number; versionId: number }>`
    select version.templateId, stage.versionId, stage.id, stage.kind from digitizationStage as stage
    join digitizationTemplateVersion as version on version.id = stage.versionId
    where version.version = (select max(other.version) from digitizationTemplateVersion as other
      where other.templateId = version.templateId) order by stage.versionId, stage.place`.execute(db)
  // Whatever their class, they are taken up all over the year.
  const mixed = rows.toSorted((a, b) => ((a.titleId * 7919) % 1009) - ((b.titleId * 7919) % 1009))
  return mixed.map(({ titleId, material, classes, isPrecious, templateId }) => {
    const own = stages.rows.filter((stage) => stage.templateId === templateId)
    const versionId = own[0]?.versionId ?? 0
    return {
      titleId,
      material,
      versionId,
      class: classOf(classes),
      isPrecious: isPrecious === 1,
      stages: own.map(({ id, kind }) => ({
        id,
        kind,
      })),
    }
  })
}

export type Projects = { year: number; last: number; current: number; precious: number }

async function insertProjects(
  context: CommandContext<string>,
  jobs: readonly DemoJob[],
  titles: readonly Chosen[],
): Promise<Projects> {
  const { today } = context
  const year = Number(today.slice(0, 4))
  const approval = (of: number) => ({
    year: of,
    rev: 0,
    decisionNumber: `${of % 100}/QĐ-SVHTTDL`,
    approvedOn: `${of - 1}-12-18`,
    note: '',
  })
  for (const each of [year - 1, year]) await commands.savePlan(approval(each), context)
  const add = (of: number, name: string, more: Partial<Parameters<typeof commands.addProject>[0]>) =>
    commands.addProject(
      {
        year: of,
        name,
        manner: 'in_house',
        contractor: '',
        funding: 'Ngân sách sự nghiệp',
        budgetMinor: 180_000_000,
        startsOn: `${of}-01-05`,
        endsOn: `${of}-12-20`,
        note: '',
        targets: [],
        ...more,
      },
      context,
    )
  // A plan asks for a fifth more than was taken up so far.
  const targets = (isMeant: (job: DemoJob) => boolean) => {
    const classes = jobs.flatMap((job, at) => (isMeant(job) ? (titles[at]?.class ?? []) : []))
    return [...Map.groupBy(classes, (each) => each)].map(([each, those]) => {
      const count = Math.ceil(those.length * 1.2)
      return Target.parse({ class: each, titles: count, pages: count * 150 })
    })
  }
  const last = await add(year - 1, `Số hóa tư liệu địa chí năm ${year - 1}`, {
    targets: targets(({ isPrecious, madeOn }) => !isPrecious && madeOn < `${year}`),
  })
  const current = await add(year, `Số hóa tư liệu địa chí năm ${year}`, {
    targets: targets(({ isPrecious, madeOn }) => !isPrecious && madeOn >= `${year}`),
  })
  const rare = await add(year, 'Sách cổ, tư liệu quý hiếm', {
    manner: 'contractor',
    contractor: 'Công ty TNHH Số hóa Tư liệu Việt',
    funding: 'Chương trình chuyển đổi số ngành thư viện',
    budgetMinor: 450_000_000,
    targets: targets(({ isPrecious }) => isPrecious),
  })
  return { year, last: last.id, current: current.id, precious: rare.id }
}

const rank: readonly PriorityClass[] = [
  'ancient',
  'rare',
  'special_value',
  'local_history',
  'out_of_copyright',
  'endogenous',
]

function classOf(classes: string): PriorityClass {
  const own = classes.split(' ')
  return rank.find((each) => own.includes(each)) ?? 'other'
}

async function decideRights(context: CommandContext<string>, jobs: readonly DemoJob[]): Promise<void> {
  const { today } = context
  const decided = jobs.filter(({ hasRights }) => hasRights).map(({ titleId }) => titleId)
  const groups = [
    { status: 'public_domain', basis: 'Hết thời hạn bảo hộ quyền tác giả', expiresOn: null },
    { status: 'own', basis: 'Tài liệu do thư viện biên soạn', expiresOn: null },
    { status: 'licensed', basis: 'Giấy đồng ý của tác giả', expiresOn: daysAfter(today, 45) },
  ] as const
  for (const [at, group] of groups.entries()) {
    const titleIds = decided.filter((_, place) => (place % 10 < 7 ? 0 : place % 10 < 9 ? 1 : 2) === at)
    if (titleIds.length === 0) continue
    await commands.decideRights(
      {
        ...group,
        titleIds,
        evidence: 'Biên bản họp Hội đồng số 04/BB-TVT',
        decidedOn: daysAfter(today, -365),
        decidedBy: 'Hội đồng bản quyền thư viện',
      },
      context,
    )
  }
}

async function insertCollections(context: CommandContext<string>, jobs: readonly DemoJob[]): Promise<void> {
  const collections = [
    { name: 'Địa chí tỉnh', description: 'Sách, báo, bản đồ về tỉnh', isPrecious: false },
    { name: 'Di sản Hán Nôm, sách cổ', description: 'Tư liệu cổ, quý hiếm đã số hóa', isPrecious: true },
  ]
  for (const { name, description, isPrecious } of collections) {
    const ids = jobs.filter((job) => job.isPrecious === isPrecious).map(({ titleId }) => titleId)
    if (ids.length === 0) continue
    const openedOn = daysAfter(context.today, -300)
    const { id } = await commands.addCollection({ name, description, openedOn, closedOn: null }, context)
    await insertRows(
      context.db,
      'digitalCollectionTitle',
      ['collectionId', 'titleId', 'addedOn'],
      ids.map((titleId) => [id, titleId, openedOn]),
    )
  }
}
