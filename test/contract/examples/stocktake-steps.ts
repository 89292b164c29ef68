import { by, type Given } from '../example.ts'
import { satelliteText } from '../../support/stocks.ts'
import { entered, secondSite, stocked } from './copy-steps.ts'

export const fields = { name: 'Kiểm kê 2020' }
export const at = '2020-06-01T02:00:00.000Z'
const nowhere = { siteId: null, storeId: null, shelf: '' }
export const atHome = { siteId: 1, storeId: 1, shelf: 'A1' }
export const first = { key: 'scan-1', code: '893001', at, ...nowhere }
export const second = { key: 'scan-2', code: 'VN.000002', at, ...nowhere }
export const stray = { key: 'scan-3', code: 'LẠ-1', at, ...nowhere }
export const elsewhere = { ...first, siteId: 2 }

/** Two copies of one title, and a stocktake of all there is. */
export const here = [...stocked, entered]
export const planned = by('cataloguer', 'stocktake.add', fields)
export const opened = by('cataloguer', 'stocktake.open', { id: 1 })
export const whenPlanned = [...here, planned]
export const whenOpen = [...whenPlanned, opened]
export const paused = by('cataloguer', 'stocktake.pause', { id: 1 })
export const whenPaused = [...whenOpen, paused]
export const scanned = by('cataloguer', 'stocktake.scan', { id: 1, scans: [first] })
export const scannedByDesk = by('desk', 'stocktake.scan', { id: 1, scans: [{ ...first, key: 'desk-1' }] })
export const undone = by('cataloguer', 'stocktake.undoScan', { scanId: 1 })
export const whenScanned = [...whenOpen, scanned]
export const closed = by('cataloguer', 'stocktake.close', { id: 1, minutesNumber: '07' })
export const whenClosed = [...whenScanned, closed]
export const secondPlanned = by('cataloguer', 'stocktake.add', { name: 'Đợt 2' })

/** The first copy was seen at another site than its own. */
export const whenStrayed = [
  ...whenOpen,
  secondSite,
  by('cataloguer', 'stocktake.scan', { id: 1, scans: [elsewhere] }),
  closed,
]
export const marked = by('cataloguer', 'stocktake.settle', { id: 1, act: 'mark_missing' })

const bytes = (text: string) => () => new TextEncoder().encode(text)
/** What the memory of a scanner holds: one label read twice by a shaky hand, one spoilt, and one nobody knows. */
export const scannerFile = bytes(
  [
    'Mã;Thời gian',
    '893001;01/06/2020 09:00:00',
    '893001;01/06/2020 09:00:00',
    'vn.000002;01/06/2020 09:00:05',
    'LẠ-1;01/06/2020 09:00:09',
  ].join('\n'),
)
export const emptyFile = bytes(' \n')
export const otherFile = bytes('PK\u0003\u0004')
const ownUuid = '01900000-0000-7000-8000-000000000001'
/** What a satellite page of the first stocktake writes, once that bears the number written down here. */
const satellite = satelliteText(ownUuid, {
  label: 'Tổ 2',
  scans: [
    [1, at, '893001', 1, 1, 'A1'],
    [2, at, 'VN.000002', 1, 1, 'A1'],
  ],
  undone: [2],
})
export const satelliteFile = bytes(satellite)
export const cutFile = bytes(satellite.slice(0, -20))
export const madeForIt = [`update stocktake set uuid = '${ownUuid}' where id = 1`]

export const merging = ({ file }: Given) => ({ id: 1, file, ...atHome })
export const merged = by('desk', 'stocktake.mergeFile', merging)
export const whenMerged = [...whenOpen, merged]
export const takenOut = by('desk', 'stocktake.takeOutSource', { sourceId: 1 })

export const refused = <Code extends string>(refuses: Code, name: string) =>
  ({ as: 'cataloguer', name, refuses }) as const
export const unknown = { ...refused('stocktake_not_found', 'needs a stocktake'), input: { id: 404 } } as const
