import { formSheet } from '../../../db/reports/units/form-sheet.ts'
import { wordsIn } from '../../../db/words.ts'
import { filledForm, formRowOf, numberCell, textCell } from '../../support/filled-form.ts'
import { by, type ExamplesOf, type Given } from '../example.ts'
import { addedUnit, spring } from './report-steps.ts'

const blank = await formSheet({ code: 'TV-A', name: 'Thư viện A' }, spring.period, wordsIn.vi)
const copies = `D${formRowOf('M2b.01')}`
const filled = await filledForm(blank, { [copies]: numberCell(30) })
const worded = await filledForm(blank, { [copies]: textCell('khoảng 30') })

const ofFile = ({ file }: Given) => ({ file })
const ofLast = ({ values }: Given) => values.at(-1) as { file: Given['file'] }
const isFilled = { file: () => filled, input: ofFile }
const taken = by('activities', 'reports.takeInForm', ofFile)
const gone = { file: { token: 'x'.repeat(22), name: 'mat.xlsx', size: 1 } }
const listed = by('reader', 'reports.exportConsolidation', spring)
const noSheet = () => new TextEncoder().encode('không phải bảng tính')

export const reportForms = {
  makeForm: [
    {
      name: 'makes a sheet to be filled in',
      as: 'reader',
      before: [addedUnit],
      input: { unitId: 1, ...spring },
      answers: { file: { name: 'phieu-tv-a-2020-Q1.xlsx' } },
    },
    {
      name: 'is made for a unit',
      as: 'reader',
      input: { unitId: 404, ...spring },
      refuses: 'unit_not_found',
    },
  ],
  readForm: [
    {
      name: 'says whose it is and what it tells',
      as: 'activities',
      before: [addedUnit],
      ...isFilled,
      answers: { unitId: 1, ...spring, figures: [{ code: 'M2b.01', value: 30 }], problems: [] },
    },
    {
      name: 'names the cell that is no number',
      as: 'activities',
      before: [addedUnit],
      file: () => worded,
      input: ofFile,
      answers: { figures: [], problems: [{ kind: 'text', address: copies, code: 'M2b.01' }] },
    },
    { name: 'has no file', as: 'activities', input: gone, refuses: 'file_gone' },
    {
      name: 'cannot read what is no sheet',
      as: 'activities',
      file: noSheet,
      input: ofFile,
      refuses: 'form_unreadable',
    },
    {
      name: 'knows a form from another sheet',
      as: 'activities',
      before: [listed],
      input: ofLast,
      refuses: 'not_a_form',
    },
    { name: 'knows no such unit', as: 'activities', ...isFilled, refuses: 'form_of_other_unit' },
  ],
  takeInForm: [
    {
      name: 'counts what a unit filled in',
      as: 'activities',
      before: [addedUnit],
      ...isFilled,
      answers: { unitId: 1, name: 'Thư viện A', ...spring, revision: 1 },
    },
    {
      name: 'leaves out what has to be put right',
      as: 'activities',
      before: [addedUnit],
      file: () => worded,
      input: ofFile,
      refuses: 'form_has_problems',
    },
    {
      name: 'takes a form in once',
      as: 'activities',
      before: [addedUnit, taken],
      ...isFilled,
      refuses: 'form_already_taken',
    },
    {
      name: 'stands behind a signed package',
      as: 'activities',
      before: [addedUnit, taken],
      upset: ["update unitReport set source = 'package'"],
      ...isFilled,
      refuses: 'package_counts',
    },
    { name: 'has no file', as: 'activities', input: gone, refuses: 'file_gone' },
    {
      name: 'cannot read what is no sheet',
      as: 'activities',
      file: noSheet,
      input: ofFile,
      refuses: 'form_unreadable',
    },
    {
      name: 'knows a form from another sheet',
      as: 'activities',
      before: [listed],
      input: ofLast,
      refuses: 'not_a_form',
    },
    { name: 'knows no such unit', as: 'activities', ...isFilled, refuses: 'form_of_other_unit' },
  ],
} satisfies Pick<ExamplesOf<'reports'>, 'makeForm' | 'readForm' | 'takeInForm'>
