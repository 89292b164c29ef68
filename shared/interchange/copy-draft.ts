import type { AcquisitionSource } from '../catalogue/contract.ts'
import type { Condition, CopyStatus } from '../copies/contract.ts'
import type { IsoDate } from '../dates.ts'

/** A copy as a file tells of it, before it is known which site, store and series are meant. */
export type CopyDraft = {
  accessionNumber: string
  barcode: string
  /** As the file has them; the profile's value maps say which site and store they are. */
  site: string
  store: string
  shelf: string
  callNumber: string
  enumeration: string
  priceMinor: number | null
  accessionedOn: IsoDate | null
  /** '' where the file says nothing, or nothing known. */
  source: AcquisitionSource | ''
  condition: Condition | ''
  status: CopyStatus | ''
  /** The delivery it came with. */
  voucher: string
  note: string
  /** It has left the stock in the other system. */
  isWithdrawn: boolean
}

export const emptyDraft: CopyDraft = {
  accessionNumber: '',
  barcode: '',
  site: '',
  store: '',
  shelf: '',
  callNumber: '',
  enumeration: '',
  priceMinor: null,
  accessionedOn: null,
  source: '',
  condition: '',
  status: '',
  voucher: '',
  note: '',
  isWithdrawn: false,
}
