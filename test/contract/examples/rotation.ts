import type { ExamplesOf } from '../example.ts'
import { mobileExamples } from './rotation-mobile.ts'
import { reportExamples } from './rotation-reports.ts'
import { returnExamples } from './rotation-returns.ts'
import { shipmentExamples } from './rotation-shipments.ts'
import { out, packed, prepared, shut, withSession } from './rotation-steps.ts'

export const rotation: ExamplesOf<'rotation'> = {
  ...shipmentExamples,
  ...returnExamples,
  ...reportExamples,
  ...mobileExamples,
  diary: [
    {
      name: 'says what travelled on which day',
      as: 'reader',
      before: [...out, withSession],
      input: { from: '2026-09-01', to: '2026-12-31' },
      answers: [
        { on: '2026-09-05', sessions: 0, shipments: 1 },
        { on: '2026-10-12', sessions: 1, shipments: 0 },
      ],
    },
  ],
  exportList: [
    {
      name: 'hands out the copies of a shipment',
      as: 'reader',
      before: out,
      input: { choice: { list: 'copies', filters: { shipmentId: 1 } }, format: 'csv' },
      answers: { rows: 2 },
    },
  ],
  printPackingList: [
    {
      name: 'goes into the box',
      as: 'reader',
      before: packed,
      input: { id: 1 },
      answers: { file: { name: 'phieu-dong-goi-01-lc-2026.docx' } },
    },
    { name: 'finds nothing', as: 'reader', input: { id: 404 }, refuses: 'shipment_not_found' },
    { name: 'lists something', as: 'reader', before: prepared, input: { id: 1 }, refuses: 'nothing_to_send' },
  ],
  printMinutes: [
    {
      name: 'is signed when it comes back',
      as: 'reader',
      before: shut,
      input: { id: 1, kind: 'return' },
      answers: { file: { name: 'bien-ban-nhan-lai-01-lc-2026.docx' } },
    },
    { name: 'finds nothing', as: 'reader', input: { id: 404 }, refuses: 'shipment_not_found' },
    {
      name: 'hands something over',
      as: 'reader',
      before: prepared,
      input: { id: 1 },
      refuses: 'nothing_to_send',
    },
    {
      name: 'is not back yet',
      as: 'reader',
      before: out,
      input: { id: 1, kind: 'return' },
      refuses: 'shipment_not_closed',
    },
  ],
}
