import { readFileSync, statSync } from 'node:fs'
import { periodInFileName } from '../../../shared/periods.ts'
import type { SpecOf } from '../../../shared/contracts.ts'
import type { FileTicket } from '../../../shared/door.ts'
import { fileName } from '../../../shared/file-name.ts'
import { currentFormula, findIndicator } from '../../../shared/indicators/formulas.ts'
import type { FilledForm } from '../../../shared/reports/contract.ts'
import { formIdIn, isBlocked, readFormCells } from '../../../shared/reports/form-reading.ts'
import type { Reader } from '../../connection.ts'
import type { JobContext, JobHandler } from '../../context.ts'
import { readSheets } from '../../documents/index.ts'
import { sha256 } from '../../hash.ts'
import { libraryWords } from '../../words.ts'
import { plainCode } from '../seal.ts'
import { formHeaderRow, formSheet } from './form-sheet.ts'
import { expectedUnits } from './unit-list.ts'

/** Filled forms come to some hundred kilobytes. */
const mostBytes = 16 * 2 ** 20

export const makeForm: JobHandler<SpecOf<'reports.makeForm'>, never> = {
  async run({ unitId, period }, { db, fail, offerFile, progress }) {
    progress(0, 1)
    const unit =
      (await expectedUnits(db)).find(({ id }) => id === unitId) ?? fail('unit_not_found', { id: unitId })
    const bytes = await formSheet(unit, period, await libraryWords(db))
    progress(1, 1)
    return {
      file: await offerFile(`${fileName(`phieu ${unit.code}`)}-${periodInFileName(period)}.xlsx`, bytes),
    }
  },
}

export const readForm: JobHandler<SpecOf<'reports.readForm'>, never> = {
  async run({ file }, context) {
    const { form } = await filledForm(file, context)
    return form
  },
}

type Taken = { form: FilledForm; hash: string; fileName: string; revision: number }

/** What was looked at is read once more, so that nothing is taken in that was not checked. */
export const takeInForm: JobHandler<SpecOf<'reports.takeInForm'>, Taken> = {
  async run({ file }, context) {
    const { db, fail, write } = context
    const { form, hash } = await filledForm(file, context)
    if (isBlocked(form)) fail('form_has_problems', { count: form.problems.length })
    const { unitId, name, period } = form
    const before = await takenForms(db, form)
    if (before.some(({ source }) => source === 'package')) fail('package_counts', { name })
    if (before.some((each) => each.hash === hash)) fail('form_already_taken', { name })
    const revision = Math.max(0, ...before.map((each) => each.revision)) + 1
    await write({ form, hash, fileName: file.name, revision })
    return { unitId, name, period, revision }
  },

  async apply({ form, hash, fileName: name, revision }, { db, now, userId }) {
    const { unitId, period, figures } = form
    const { id: reportId } = await db
      .insertInto('unitReport')
      .values({
        unitId,
        source: 'workbook',
        period,
        revision,
        hash,
        fileName: name,
        takenById: userId,
        takenAt: now,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    for (const { code, value } of figures) {
      const indicator = findIndicator(code)
      const version = indicator ? currentFormula(indicator).version : 1
      await db.insertInto('unitFigure').values({ reportId, code, version, status: 'known', value }).execute()
    }
    return { bulk: { formHash: hash } }
  },
}

type Refusals = 'file_gone' | 'form_unreadable' | 'not_a_form' | 'form_of_other_unit'

async function filledForm(
  file: FileTicket,
  { db, fail, pathOfFile, progress }: Pick<JobContext<Refusals>, 'db' | 'fail' | 'pathOfFile' | 'progress'>,
): Promise<{ form: FilledForm; hash: string }> {
  const { name } = file
  const path = pathOfFile(file) ?? fail('file_gone', { name })
  progress(0, 2)
  if (statSync(path).size > mostBytes) fail('form_unreadable', { name })
  const bytes = readFileSync(path)
  const sheets = (await readSheets(bytes)) ?? fail('form_unreadable', { name })
  progress(1, 2)
  const sheet = sheets.find(({ cells }) => formIdIn(cells) !== null)
  const id = sheet && formIdIn(sheet.cells)
  if (!sheet || !id) return fail('not_a_form', { name })
  const unit = (await expectedUnits(db)).find(({ code }) => plainCode(code) === id.unit)
  if (!unit) return fail('form_of_other_unit', { code: id.unit })
  const { period } = id
  const form = {
    unitId: unit.id,
    name: unit.name,
    period,
    ...readFormCells(sheet.cells, formHeaderRow),
  }
  progress(2, 2)
  return { form, hash: sha256(bytes) }
}

function takenForms(db: Reader, { unitId, period }: FilledForm) {
  return db
    .selectFrom('unitReport')
    .select(['revision', 'hash', 'source'])
    .where('unitId', '=', unitId)
    .where('period', '=', period)
    .where('takenBackAt', 'is', null)
    .execute()
}
