import { by, type Example, type ExamplesOf } from '../example.ts'
import { away, cancelled, withdrawn } from './copy-steps.ts'
import {
  another,
  gathered,
  oneBack,
  out,
  packed,
  prepared,
  ready,
  sending,
  shipment,
  shut,
  today,
} from './rotation-steps.ts'

const missing = (verb: string) => ({ name: `finds nothing to ${verb}`, as: 'cataloguer' }) as const
/** What a new shipment and a changed one are refused for alike. */
const wrong = {
  point_not_found: { ...shipment, pointId: 404 },
  point_closed: { ...shipment, preparedOn: '2018-01-01' },
  due_before_prepared: { ...shipment, dueOn: '2026-08-01' },
} as const
const codes = Object.keys(wrong) as (keyof typeof wrong)[]
const added = codes.map((code): Example<'rotation.addShipment'> => ({
  name: `is refused: ${code}`,
  as: 'cataloguer',
  before: ready,
  input: wrong[code],
  refuses: code,
}))
const updated = codes.map((code): Example<'rotation.updateShipment'> => ({
  name: `is refused: ${code}`,
  as: 'cataloguer',
  before: prepared,
  input: { ...wrong[code], id: 1, rev: 1 },
  refuses: code,
}))
const inRepair = by('cataloguer', 'copies.setStatus', { copyIds: [1], status: 'in_repair' })
const lost = by('cataloguer', 'copies.setStatus', { copyIds: [1], status: 'missing' })
/** Why a copy may not go, and what brought it about. */
const unfit = {
  copy_gone: [withdrawn],
  copy_on_loan: [away],
  copy_missing: [lost],
  copy_in_repair: [inRepair],
} as const
const unfitCodes = Object.keys(unfit) as (keyof typeof unfit)[]
const elsewhere = by('cataloguer', 'rotation.addCopies', { shipmentId: 1, copyIds: [1] })

type Queries = 'shipments' | 'shipment' | 'copies' | 'ofCopy' | 'nextNumber'
type Drawing = 'addShipment' | 'updateShipment' | 'removeShipment' | 'addCopies' | 'takeOut' | 'send'

export const shipmentExamples: Pick<ExamplesOf<'rotation'>, Queries | Drawing> = {
  shipments: [
    {
      name: 'are told as of the day, with what is out',
      as: 'reader',
      before: out,
      input: { on: '2026-10-01', state: 'open' },
      answers: {
        rows: [{ id: 1, state: 'sent', isOverdue: false, copies: 2, back: 0, titles: 1 }],
        next: null,
        total: { shipments: 1, copies: 2, points: 1, away: 2 },
      },
    },
    {
      name: 'were being prepared before they went',
      as: 'reader',
      before: out,
      input: { on: '2026-09-02' },
      answers: { rows: [{ id: 1, state: 'preparing' }] },
    },
  ],
  shipment: [
    {
      name: 'is told with its point as it was called then',
      as: 'reader',
      before: shut,
      input: { id: 1 },
      answers: { pointName: 'Thư viện xã Hồng Phong', state: 'closed', back: 1, missing: 1, strangers: [] },
    },
    { name: 'is not there', as: 'reader', input: { id: 404 }, refuses: 'shipment_not_found' },
  ],
  copies: [
    {
      name: 'are those still away',
      as: 'reader',
      before: [...out, oneBack],
      input: { shipmentId: 1, outcome: 'away' },
      answers: { rows: [{ copyId: 2, accessionNumber: 'VN.000002', outcome: null }], next: null, total: 1 },
    },
  ],
  ofCopy: [
    {
      name: 'says where a copy travels',
      as: 'reader',
      before: out,
      input: { copyId: 1 },
      answers: [{ id: 1, number: shipment.number, sentOn: '2026-09-05', outcome: null }],
    },
  ],
  nextNumber: [
    {
      name: 'goes on within the year',
      as: 'reader',
      before: prepared,
      input: { on: today },
      answers: { number: '02/LC-2026' },
    },
  ],
  addShipment: [
    { name: 'draws one up', as: 'cataloguer', before: ready, input: shipment, answers: { id: 1 } },
    {
      name: 'keeps numbers apart',
      as: 'cataloguer',
      before: prepared,
      input: shipment,
      refuses: 'duplicate_number',
    },
    ...added,
  ],
  updateShipment: [
    {
      name: 'changes it',
      as: 'cataloguer',
      before: prepared,
      input: { ...shipment, id: 1, rev: 1, pointId: 2, dueOn: '2027-01-05' },
      answers: { id: 1 },
    },
    {
      name: 'leaves where it went as it is',
      as: 'cataloguer',
      before: out,
      input: { ...shipment, id: 1, rev: 2, pointId: 2, dueOn: '2026-12-05' },
      refuses: 'shipment_sent',
    },
    {
      name: 'was drawn up before it went',
      as: 'cataloguer',
      before: out,
      input: { ...shipment, id: 1, rev: 2, preparedOn: '2026-09-06', dueOn: '2026-12-05' },
      refuses: 'due_before_sent',
    },
    { ...missing('change'), input: { ...shipment, id: 404, rev: 1 }, refuses: 'shipment_not_found' },
    {
      name: 'keeps numbers apart',
      as: 'cataloguer',
      before: [...prepared, another],
      input: { ...shipment, id: 2, rev: 1 },
      refuses: 'duplicate_number',
    },
    ...updated,
  ],
  removeShipment: [
    {
      name: 'says which copies were in it',
      as: 'cataloguer',
      before: packed,
      input: { id: 1, rev: 1 },
      answers: { id: 1, copyIds: [1, 2] },
    },
    { ...missing('remove'), input: { id: 404, rev: 1 }, refuses: 'shipment_not_found' },
    {
      name: 'keeps what was sent',
      as: 'cataloguer',
      before: out,
      input: { id: 1, rev: 2 },
      refuses: 'shipment_sent',
    },
  ],
  addCopies: [
    {
      name: 'takes what bears the code',
      as: 'desk',
      before: prepared,
      input: { shipmentId: 1, code: '893001' },
      answers: { added: [{ copyId: 1, accessionNumber: 'VN.000001' }], again: 0 },
    },
    {
      name: 'adds no copy twice',
      as: 'desk',
      before: packed,
      input: { shipmentId: 1, code: 'VN.000001' },
      answers: { added: [], again: 1 },
    },
    { ...missing('fill'), input: { shipmentId: 404 }, refuses: 'shipment_not_found' },
    {
      name: 'is closed once it went',
      as: 'desk',
      before: out,
      input: { shipmentId: 1, code: 'VN.000001' },
      refuses: 'shipment_sent',
    },
    {
      name: 'knows no such code',
      as: 'desk',
      before: prepared,
      input: { shipmentId: 1, code: 'XX' },
      refuses: 'code_unknown',
    },
    {
      name: 'asks which of two is meant',
      as: 'desk',
      before: prepared,
      upset: ["update copy set barcode = 'VN.000002' where id = 1"],
      input: { shipmentId: 1, code: 'VN.000002' },
      refuses: 'code_shared',
    },
    {
      name: 'knows no such copy',
      as: 'desk',
      before: prepared,
      input: { shipmentId: 1, copyIds: [404] },
      refuses: 'copy_not_found',
    },
    {
      name: 'leaves a copy where it is promised',
      as: 'desk',
      before: [...prepared, elsewhere, another],
      input: { shipmentId: 2, copyIds: [1] },
      refuses: 'copy_elsewhere',
    },
    ...unfitCodes.map((code): Example<'rotation.addCopies'> => ({
      name: `leaves a copy at home: ${code}`,
      as: 'desk',
      before: [...prepared, ...unfit[code]],
      input: { shipmentId: 1, copyIds: [1] },
      refuses: code,
    })),
  ],
  takeOut: [
    {
      name: 'takes copies out again',
      as: 'desk',
      before: packed,
      input: { shipmentId: 1, copyIds: [1] },
      answers: { copies: 1 },
    },
    { ...missing('empty'), input: { shipmentId: 404, copyIds: [1] }, refuses: 'shipment_not_found' },
    {
      name: 'leaves what went',
      as: 'desk',
      before: out,
      input: { shipmentId: 1, copyIds: [1] },
      refuses: 'shipment_sent',
    },
  ],
  send: [
    { name: 'sends it off', as: 'cataloguer', before: packed, input: sending, answers: { id: 1 } },
    { ...missing('send'), input: { ...sending, id: 404 }, refuses: 'shipment_not_found' },
    {
      name: 'goes once',
      as: 'cataloguer',
      before: out,
      input: { ...sending, rev: 2 },
      refuses: 'shipment_sent',
    },
    { name: 'is not empty', as: 'cataloguer', before: prepared, input: sending, refuses: 'nothing_to_send' },
    {
      name: 'does not go tomorrow',
      as: 'cataloguer',
      before: packed,
      input: { ...sending, sentOn: '2099-01-01' },
      refuses: 'in_future',
    },
    {
      name: 'is due after it goes',
      as: 'cataloguer',
      before: packed,
      input: { ...sending, dueOn: '2026-09-05' },
      refuses: 'due_before_sent',
    },
    {
      name: 'goes after it was drawn up',
      as: 'cataloguer',
      before: packed,
      input: { ...sending, sentOn: '2026-08-31' },
      refuses: 'sent_before_prepared',
    },
    {
      name: 'holds nothing that came later',
      as: 'cataloguer',
      before: packed,
      upset: ["update copy set accessionedOn = '2026-10-01' where id = 1"],
      input: sending,
      refuses: 'copy_later',
    },
    {
      name: 'goes to a point that serves',
      as: 'cataloguer',
      before: packed,
      upset: ["update servicePoint set closedOn = '2026-09-03' where id = 1"],
      input: sending,
      refuses: 'point_closed',
    },
    {
      name: 'holds nothing that is away with another',
      as: 'cataloguer',
      before: [...prepared, another, gathered],
      upset: ['drop index shipmentCopyAway', 'insert into shipmentCopy (shipmentId, copyId) values (2, 1)'],
      input: sending,
      refuses: 'copy_elsewhere',
    },
    ...unfitCodes.map((code): Example<'rotation.send'> => ({
      name: `holds no copy that has left meanwhile: ${code}`,
      as: 'cataloguer',
      before: [...packed, ...(code === 'copy_gone' ? [cancelled] : unfit[code])],
      input: sending,
      refuses: code,
    })),
  ],
}
