import { by, type Example, type ExamplesOf } from '../example.ts'
import { out, packed, report, told } from './rotation-steps.ts'

type Verbs = 'reports' | 'addReport' | 'updateReport' | 'removeReport'

const as = 'cataloguer'
const wrongReport = {
  report_tells_nothing: { ...report, readers: null, loans: null },
  report_out_of_time: { ...report, month: '2026-07-01' },
  in_future: { ...report, toldOn: '2099-01-01' },
  shipment_not_found: { ...report, shipmentId: 404 },
} as const
const reportCodes = Object.keys(wrongReport) as (keyof typeof wrongReport)[]
const whole = by(as, 'rotation.addReport', { ...report, month: null })
const november = by(as, 'rotation.addReport', { ...report, month: '2026-11-01' })

export const reportExamples: Pick<ExamplesOf<'rotation'>, Verbs> = {
  reports: [
    {
      name: 'are told month by month',
      as: 'reader',
      before: [...out, november, told],
      input: { shipmentId: 1 },
      answers: [
        { month: '2026-10-01', readers: 40, loans: 75 },
        { month: '2026-11-01', readers: 40, loans: 75 },
      ],
    },
  ],
  addReport: [
    {
      name: 'is kept with its source',
      as,
      before: out,
      input: report,
      answers: { ...report, id: 1, rev: 1 },
    },
    { name: 'has not left', as, before: packed, input: report, refuses: 'shipment_not_sent' },
    { name: 'tells of a month once', as, before: [...out, told], input: report, refuses: 'report_twice' },
    { name: 'tells one way only', as, before: [...out, whole], input: report, refuses: 'report_mixed' },
    ...reportCodes.map((code): Example<'rotation.addReport'> => ({
      name: `is refused: ${code}`,
      as,
      before: out,
      input: wrongReport[code],
      refuses: code,
    })),
  ],
  updateReport: [
    {
      name: 'is put right',
      as,
      before: [...out, told],
      input: { ...report, id: 1, rev: 1, loans: 80 },
      answers: { id: 1, rev: 2, loans: 80 },
    },
    { name: 'finds nothing', as, input: { ...report, id: 404, rev: 1 }, refuses: 'report_not_found' },
    {
      name: 'has not left',
      as,
      before: [...out, told],
      upset: ['update shipment set sentOn = null'],
      input: { ...report, id: 1, rev: 1 },
      refuses: 'shipment_not_sent',
    },
    {
      name: 'tells of a month once',
      as,
      before: [...out, told, november],
      input: { ...report, id: 2, rev: 1 },
      refuses: 'report_twice',
    },
    {
      name: 'tells one way only',
      as,
      before: [...out, told, november],
      input: { ...report, id: 2, rev: 1, month: null },
      refuses: 'report_mixed',
    },
    ...reportCodes.map((code): Example<'rotation.updateReport'> => ({
      name: `is refused: ${code}`,
      as,
      before: [...out, told],
      input: { ...wrongReport[code], id: 1, rev: 1 },
      refuses: code,
    })),
  ],
  removeReport: [
    { name: 'goes', as, before: [...out, told], input: { id: 1, rev: 1 }, answers: { id: 1 } },
    { name: 'finds nothing', as, input: { id: 404, rev: 1 }, refuses: 'report_not_found' },
  ],
}
