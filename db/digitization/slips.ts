import { sql } from 'kysely'
import type { SpecOf } from '../../shared/contracts.ts'
import { displayDate } from '../../shared/dates.ts'
import type { Reader } from '../connection.ts'
import type { JobHandler } from '../context.ts'
import { idsIn } from '../copies/index.ts'
import { renderDrawn, type DrawnPage } from '../documents/index.ts'
import { draw, loadEncoder, type Drawn, type Encoder } from '../labels/index.ts'
import { wordsIn } from '../words.ts'
import { slipDesign, slipSize } from './slip-design.ts'

const page = { widthMm: 210, heightMm: 297, columns: 2, rows: 4 }
const perPage = page.columns * page.rows

export type Slip = {
  id: number
  code: string
  title: string
  accessionNumber: string
  callNumber: string
  place: string
  projectName: string
  batchName: string
  expectedPages: number | null
  stages: string
}

export const printSlips: JobHandler<SpecOf<'digitization.printSlips'>, never> = {
  async run({ source }, { db, fail, today, progress, offerFile }) {
    const ids = 'ids' in source ? source.ids : await jobsOfBatch(db, source.batchId)
    if (ids.length === 0) fail('batch_not_found', { id: 'batchId' in source ? source.batchId : 0 })
    const slips = await slipsOf(db, ids)
    const lost = ids.find((id) => !slips.some((slip) => slip.id === id))
    if (lost !== undefined) fail('job_not_found', { id: lost })
    const library = await db.selectFrom('library').select(['name', 'language']).executeTakeFirstOrThrow()
    const t = wordsIn[library.language]
    const encoder = await loadEncoder()
    const drawings = slips.map((slip, at) => {
      progress(at, slips.length)
      return drawSlip(slip, { encoder, libraryName: library.name, t, today: displayDate(today) })
    })
    const bytes = await renderDrawn({
      title: t('digitization.slip.title'),
      author: library.name,
      widthMm: page.widthMm,
      heightMm: page.heightMm,
      pages: pagesOf(drawings),
    })
    progress(slips.length, slips.length)
    return { file: await offerFile('phieu-so-hoa.pdf', bytes), slips: slips.length }
  },
}

type Around = { encoder: Encoder; libraryName: string; t: (typeof wordsIn)['vi']; today: string }

function drawSlip(slip: Slip, { encoder, libraryName, t, today }: Around): Drawn['drawing'] {
  const design = slipDesign(slip, { t, today })
  const values = {
    libraryName,
    code: slip.code,
    title: slip.title,
    accessionNumber: slip.accessionNumber,
    callNumber: slip.callNumber,
    storeName: slip.place,
  }
  return draw(design, values, encoder).drawing
}

async function jobsOfBatch(db: Reader, batchId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('digitizationJob')
    .select('id')
    .where('batchId', '=', batchId)
    .where('state', '=', 'open')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

async function slipsOf(db: Reader, ids: readonly number[]): Promise<Slip[]> {
  const { rows } = await sql<Slip>`
    select job.id, job.code, title.title, ifnull(copy.accessionNumber, '') as accessionNumber,
      iif(ifnull(copy.callNumber, '') = '', title.callNumber, copy.callNumber) as callNumber,
      ifnull(store.name, '') || iif(ifnull(copy.shelf, '') = '', '', ', ' || copy.shelf) as place,
      project.name as projectName, ifnull(batch.name, '') as batchName, job.expectedPages,
      (select json_group_array(name) from (select name from digitizationStage
        where versionId = job.templateVersionId order by place)) as stages
    from digitizationJob as job
    join title on title.id = job.titleId
    join digitizationProject as project on project.id = job.projectId
    left join digitizationBatch as batch on batch.id = job.batchId
    left join copy on copy.id = job.copyId
    left join store on store.id = copy.storeId
    where job.id in ${idsIn(ids)} order by job.id`.execute(db)
  return rows
}

/** Two slips beside one another, four below: cut along the lines they go into the books. */
function pagesOf(drawings: readonly Drawn['drawing'][]): DrawnPage[] {
  const pages: DrawnPage[] = []
  for (let from = 0; from < drawings.length; from += perPage) {
    const placed = drawings.slice(from, from + perPage).map((drawing, place) => {
      const xMm = (place % page.columns) * slipSize.widthMm
      const yMm = Math.floor(place / page.columns) * slipSize.heightMm
      const at = <Part extends { xMm: number; yMm: number }>(part: Part): Part => ({
        ...part,
        xMm: part.xMm + xMm,
        yMm: part.yMm + yMm,
      })
      return { rects: drawing.rects.map(at), texts: drawing.texts.map(at) }
    })
    pages.push({
      rects: placed.flatMap(({ rects }) => rects),
      texts: placed.flatMap(({ texts }) => texts),
    })
  }
  return pages
}
