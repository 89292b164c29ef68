import { by, type ExamplesOf } from '../example.ts'
import { withdrawn } from './copy-steps.ts'
import { lending, lent } from './reader-steps.ts'
import { another, closing, oneBack, out, packed, scanned, shut, transfer, wentOn } from './rotation-steps.ts'

type Verbs =
  | 'cancelSending'
  | 'confirmArrival'
  | 'extend'
  | 'cancelExtension'
  | 'transfer'
  | 'scanReturn'
  | 'undoReturn'
  | 'dropStranger'
  | 'closeShipment'
  | 'reopenShipment'

const as = 'cataloguer'
const one = { id: 1, rev: 2 } as const
const arrived = by(as, 'rotation.confirmArrival', { ...one, arrivedOn: '2026-09-06' })
const extension = { ...one, dueOn: '2027-03-01', reason: 'Điểm đề nghị' } as const
const extended = by(as, 'rotation.extend', extension)
/** A copy lent and taken into another shipment after it came back. */
const promised = [another, by(as, 'rotation.addCopies', { shipmentId: 2, copyIds: [1] })]
const card = by('desk', 'readers.addReader', {
  name: 'Nguyễn Thị Ân',
  groupId: 2,
  consents: [{ givenBy: 'reader', form: 'paper', givenOn: '2020-02-01' }],
})
const borrowed = [lending, card, lent]
/** The missing copy came to light, and went on elsewhere by hands that did not say so here. */
const found = by(as, 'copies.setStatus', { copyIds: [2], status: 'available' })
export const returnExamples: Pick<ExamplesOf<'rotation'>, Verbs> = {
  cancelSending: [
    { name: 'brings it back before it went', as, before: out, input: one, answers: { id: 1 } },
    {
      name: 'leads back to where the copies were',
      as,
      before: wentOn,
      input: { id: 2, rev: 1 },
      answers: { id: 1 },
    },
    { name: 'finds nothing', as, input: { id: 404, rev: 1 }, refuses: 'shipment_not_found' },
    { name: 'was never sent', as, before: packed, input: { id: 1, rev: 1 }, refuses: 'shipment_not_sent' },
    { name: 'is over', as, before: shut, input: { id: 1, rev: 4 }, refuses: 'shipment_closed' },
    {
      name: 'has been told of since',
      as,
      before: [...out, oneBack],
      input: { id: 1, rev: 3 },
      refuses: 'copies_came_back',
    },
  ],
  confirmArrival: [
    { name: 'is there', as, before: out, input: { ...one, arrivedOn: '2026-09-06' }, answers: { id: 1 } },
    {
      name: 'finds nothing',
      as,
      input: { id: 404, rev: 1, arrivedOn: '2026-09-06' },
      refuses: 'shipment_not_found',
    },
    {
      name: 'has not left',
      as,
      before: packed,
      input: { id: 1, rev: 1, arrivedOn: '2026-09-06' },
      refuses: 'shipment_not_sent',
    },
    {
      name: 'is over',
      as,
      before: shut,
      input: { id: 1, rev: 4, arrivedOn: '2026-09-06' },
      refuses: 'shipment_closed',
    },
    {
      name: 'does not arrive tomorrow',
      as,
      before: out,
      input: { ...one, arrivedOn: '2099-01-01' },
      refuses: 'in_future',
    },
    {
      name: 'does not arrive before it goes',
      as,
      before: out,
      input: { ...one, arrivedOn: '2026-09-04' },
      refuses: 'arrived_before_sent',
    },
  ],
  extend: [
    { name: 'stays longer', as, before: out, input: extension, answers: { id: 1 } },
    { name: 'finds nothing', as, input: { ...extension, id: 404 }, refuses: 'shipment_not_found' },
    {
      name: 'has not left',
      as,
      before: packed,
      input: { ...extension, rev: 1 },
      refuses: 'shipment_not_sent',
    },
    { name: 'is over', as, before: shut, input: { ...extension, rev: 4 }, refuses: 'shipment_closed' },
    {
      name: 'is due later, not sooner',
      as,
      before: out,
      input: { ...extension, dueOn: '2026-12-05' },
      refuses: 'due_not_later',
    },
  ],
  cancelExtension: [
    {
      name: 'is due as before',
      as,
      before: [...out, extended],
      input: { id: 1, rev: 3 },
      answers: { id: 1 },
    },
    { name: 'finds nothing', as, input: { id: 404, rev: 1 }, refuses: 'shipment_not_found' },
    { name: 'is over', as, before: shut, input: { id: 1, rev: 4 }, refuses: 'shipment_closed' },
    { name: 'was never extended', as, before: out, input: one, refuses: 'extension_not_found' },
  ],
  transfer: [
    { name: 'goes straight on', as, before: out, input: transfer, answers: { id: 2 } },
    { name: 'finds nothing', as, input: { ...transfer, id: 404 }, refuses: 'shipment_not_found' },
    {
      name: 'has not left',
      as,
      before: packed,
      input: { ...transfer, rev: 1 },
      refuses: 'shipment_not_sent',
    },
    { name: 'is over', as, before: shut, input: { ...transfer, rev: 4 }, refuses: 'shipment_closed' },
    {
      name: 'has nothing left to go on',
      as,
      before: [...out, oneBack, by(as, 'rotation.scanReturn', { ...scanned, code: 'VN.000002' })],
      input: { ...transfer, rev: 4, on: '2026-10-21' },
      refuses: 'nothing_to_send',
    },
    { name: 'goes elsewhere', as, before: out, input: { ...transfer, pointId: 1 }, refuses: 'same_point' },
    {
      name: 'goes on after it arrived',
      as,
      before: [...out, arrived],
      input: { ...transfer, rev: 3, on: '2026-09-05' },
      refuses: 'sent_before_prepared',
    },
    {
      name: 'is due after it goes',
      as,
      before: out,
      input: { ...transfer, dueOn: '2026-10-01' },
      refuses: 'due_before_sent',
    },
    {
      name: 'does not go tomorrow',
      as,
      before: out,
      input: { ...transfer, on: '2099-01-01' },
      refuses: 'in_future',
    },
    {
      name: 'goes to a point that is there',
      as,
      before: out,
      input: { ...transfer, pointId: 404 },
      refuses: 'point_not_found',
    },
    {
      name: 'goes to a point that serves',
      as,
      before: out,
      upset: ["update servicePoint set closedOn = '2026-09-30' where id = 2"],
      input: transfer,
      refuses: 'point_closed',
    },
    {
      name: 'keeps numbers apart',
      as,
      before: out,
      input: { ...transfer, number: '01/LC-2026' },
      refuses: 'duplicate_number',
    },
  ],
  scanReturn: [
    {
      name: 'takes a copy back',
      as: 'desk',
      before: out,
      input: scanned,
      answers: { kind: 'returned', copy: { copyId: 1, outcome: 'returned', outcomeOn: '2026-10-20' } },
    },
    {
      name: 'says that it was scanned already',
      as: 'desk',
      before: [...out, oneBack],
      input: scanned,
      answers: { kind: 'again', copy: { copyId: 1 } },
    },
    {
      name: 'finds a missing one after all',
      as: 'desk',
      before: shut,
      input: { ...scanned, code: 'VN.000002', on: '2026-11-01' },
      answers: { kind: 'found', copy: { copyId: 2, outcome: 'returned' } },
    },
    {
      name: 'sets a stranger aside',
      as: 'desk',
      before: out,
      input: { ...scanned, code: 'XX-99' },
      answers: { kind: 'stranger', stranger: { code: 'XX-99', copyId: null } },
    },
    {
      name: 'finds nothing',
      as: 'desk',
      input: { ...scanned, shipmentId: 404 },
      refuses: 'shipment_not_found',
    },
    { name: 'has not left', as: 'desk', before: packed, input: scanned, refuses: 'shipment_not_sent' },
    {
      name: 'asks which of two is meant',
      as: 'desk',
      before: out,
      upset: ["update copy set barcode = 'VN.000002' where id = 1"],
      input: { ...scanned, code: 'VN.000002' },
      refuses: 'code_shared',
    },
    {
      name: 'is not back tomorrow',
      as: 'desk',
      before: out,
      input: { ...scanned, on: '2099-01-01' },
      refuses: 'in_future',
    },
    {
      name: 'takes the code of the packing list for no copy',
      as: 'desk',
      before: out,
      input: { ...scanned, code: 'KSLC000001' },
      refuses: 'code_of_shipment',
    },
    {
      name: 'is not back before it went',
      as: 'desk',
      before: out,
      input: { ...scanned, on: '2026-09-04' },
      refuses: 'back_before_sent',
    },
  ],
  undoReturn: [
    {
      name: 'is away again',
      as: 'desk',
      before: [...out, oneBack],
      input: { shipmentId: 1, copyIds: [1] },
      answers: { copies: 1 },
    },
    {
      name: 'finds nothing',
      as: 'desk',
      input: { shipmentId: 404, copyIds: [1] },
      refuses: 'shipment_not_found',
    },
    {
      name: 'is over',
      as: 'desk',
      before: shut,
      input: { shipmentId: 1, copyIds: [1] },
      refuses: 'shipment_closed',
    },
    {
      name: 'is in another already',
      as: 'desk',
      before: [...out, oneBack, ...promised],
      input: { shipmentId: 1, copyIds: [1] },
      refuses: 'copy_elsewhere',
    },
    {
      name: 'was lent since',
      as: 'desk',
      before: [...out, oneBack, ...borrowed],
      input: { shipmentId: 1, copyIds: [1] },
      refuses: 'copy_on_loan',
    },
    {
      name: 'was withdrawn since',
      as: 'desk',
      before: [...out, oneBack, withdrawn],
      input: { shipmentId: 1, copyIds: [1] },
      refuses: 'copy_gone',
    },
  ],
  dropStranger: [
    {
      name: 'is off the list',
      as: 'desk',
      before: [...out, by('desk', 'rotation.scanReturn', { ...scanned, code: 'XX-99' })],
      input: { id: 1 },
      answers: { id: 1 },
    },
    { name: 'is not on it', as: 'desk', input: { id: 404 }, refuses: 'stranger_not_found' },
  ],
  closeShipment: [
    {
      name: 'leaves what did not come back missing',
      as,
      before: [...out, oneBack],
      input: closing,
      answers: { id: 1 },
    },
    { name: 'finds nothing', as, input: { ...closing, id: 404 }, refuses: 'shipment_not_found' },
    { name: 'has not left', as, before: packed, input: { ...closing, rev: 1 }, refuses: 'shipment_not_sent' },
    { name: 'is over', as, before: shut, input: { ...closing, rev: 4 }, refuses: 'shipment_closed' },
    {
      name: 'says how many are missing',
      as,
      before: out,
      input: { ...closing, rev: 2 },
      refuses: 'missing_not_meant',
    },
    {
      name: 'is not over tomorrow',
      as,
      before: [...out, oneBack],
      input: { ...closing, closedOn: '2099-01-01' },
      refuses: 'in_future',
    },
    {
      name: 'is over after the last came back',
      as,
      before: [...out, oneBack],
      input: { ...closing, closedOn: '2026-10-19' },
      refuses: 'closed_before_return',
    },
  ],
  reopenShipment: [
    { name: 'is open again', as, before: shut, input: { id: 1, rev: 4 }, answers: { id: 1 } },
    { name: 'finds nothing', as, input: { id: 404, rev: 1 }, refuses: 'shipment_not_found' },
    { name: 'is open', as, before: out, input: one, refuses: 'shipment_not_closed' },
    { name: 'went on', as, before: wentOn, input: { id: 1, rev: 3 }, refuses: 'shipment_went_on' },
    {
      name: 'has lost a copy to another',
      as,
      before: [...shut, found, another, by(as, 'rotation.addCopies', { shipmentId: 2, copyIds: [2] })],
      input: { id: 1, rev: 4 },
      refuses: 'copy_elsewhere',
    },
    {
      name: 'has lost a copy to a reader',
      as,
      before: [...shut, by(as, 'copies.setStatus', { copyIds: [2], status: 'on_loan' })],
      input: { id: 1, rev: 4 },
      refuses: 'copy_on_loan',
    },
    {
      name: 'has lost a copy for good',
      as,
      before: [
        ...shut,
        by(as, 'copies.withdraw', {
          decisionNumber: '12/QĐ-TV',
          decidedOn: '2026-11-01',
          withdrawnOn: '2026-11-01',
          ground: 'lost',
          copyIds: [2],
          isAboveLimitMeant: true,
        }),
      ],
      input: { id: 1, rev: 4 },
      refuses: 'copy_gone',
    },
  ],
}
