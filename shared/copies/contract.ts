import * as z from 'zod'
import { defineContract } from '../contract.ts'
import { fileTicket, id, isoDate, nothing, page, pageInput, requiredText, rev, text } from '../fields.ts'
import {
  Condition,
  Copy,
  CopyFields,
  CopyFilters,
  CopyPast,
  copySorts,
  CopyStatus,
  NewCopy,
  Series,
  SeriesFields,
  Site,
  SiteFields,
  Store,
  StoreFields,
  Voucher,
  VoucherFields,
  Withdrawal,
  WithdrawalFields,
  showsCopies,
} from './copy.ts'

export * from './copy.ts'

const changes = [...showsCopies, 'catalogue', 'registers', 'stock', 'indicators', 'reports'] as const
const copyIds = z.array(id).min(1).max(5000)

export const copies = defineContract({
  queries: {
    search: {
      can: 'copies.read',
      input: z.object({
        filters: CopyFilters.prefault({}),
        sort: z.enum(copySorts).default('accession_number'),
        offset: z.int().min(0).default(0),
        limit: z.int().min(1).max(200).default(50),
      }),
      output: z.object({ rows: z.array(Copy), total: z.object({ count: z.int(), isExact: z.boolean() }) }),
    },
    /** How many titles the copies are of that a search finds: the other half of a figure of the stock. */
    countTitles: {
      can: 'copies.read',
      input: z.object({ filters: CopyFilters.prefault({}) }),
      output: z.object({ titles: z.int() }),
    },
    copy: { can: 'copies.read', input: z.object({ id }), output: Copy, errors: ['copy_not_found'] },
    /** What a scanned or typed code names: a barcode, or an accession number with or without its prefix. */
    byCode: { can: 'copies.read', input: z.object({ code: requiredText(200) }), output: z.array(Copy) },
    pastOf: { can: 'copies.read', input: z.object({ copyId: id }), output: z.array(CopyPast) },
    sites: { can: 'copies.read', input: nothing, output: z.array(Site) },
    series: { can: 'copies.read', input: nothing, output: z.array(Series) },
    /** Runs of numbers in a series that no copy has; `reason` where somebody declared them void. */
    gaps: {
      can: 'copies.read',
      input: z.object({ seriesId: id, ...pageInput }),
      output: page(z.object({ from: z.int(), to: z.int(), reason: z.string().nullable() })),
      errors: ['series_not_found'],
    },
    vouchers: {
      can: 'copies.read',
      input: z.object({
        text: z.string().max(300).default(''),
        isOpen: z.boolean().nullable().default(null),
        year: z.int().nullable().default(null),
        ...pageInput,
      }),
      output: page(Voucher),
    },
    voucher: { can: 'copies.read', input: z.object({ id }), output: Voucher, errors: ['voucher_not_found'] },
    withdrawals: { can: 'copies.read', input: z.object({ ...pageInput }), output: page(Withdrawal) },
    withdrawal: {
      can: 'copies.read',
      input: z.object({ id }),
      output: Withdrawal,
      errors: ['withdrawal_not_found'],
    },
    /** What a withdrawal would do, before it is done. */
    previewWithdrawal: {
      can: 'copies.write',
      input: z.object({ copyIds, withdrawnOn: isoDate }),
      output: z.object({
        copies: z.int(),
        amountMinor: z.int(),
        /** Titles that would have no copy left. */
        lastCopiesOf: z.int(),
        stockBefore: z.int(),
        /** Above 10 % of the stock at once, which Thông tư 02/2020/TT-BVHTTDL does not allow. */
        isAboveLimit: z.boolean(),
        cannot: z.array(
          z.object({
            copyId: id,
            accessionNumber: z.string(),
            reason: z.enum(['withdrawn', 'cancelled', 'on_loan', 'in_rotation', 'before_accession']),
          }),
        ),
      }),
    },
  },
  commands: {
    addSite: { can: 'copies.write', input: SiteFields, output: Site, errors: ['duplicate_name'], changes },
    updateSite: {
      can: 'copies.write',
      input: SiteFields.extend({ id, rev, closedOn: isoDate.nullable().default(null) }),
      output: Site,
      errors: ['site_not_found', 'duplicate_name', 'site_has_copies', 'last_site'],
      changes,
    },
    addStore: {
      can: 'copies.write',
      input: StoreFields,
      output: Store,
      errors: ['site_not_found', 'duplicate_name'],
      changes,
    },
    updateStore: {
      can: 'copies.write',
      input: StoreFields.omit({ siteId: true }).extend({
        id,
        rev,
        closedOn: isoDate.nullable().default(null),
      }),
      output: Store,
      errors: ['store_not_found', 'duplicate_name', 'store_has_copies'],
      changes,
    },
    addSeries: {
      can: 'copies.write',
      input: SeriesFields,
      output: Series,
      errors: ['duplicate_name', 'duplicate_prefix', 'prefix_clash'],
      changes,
    },
    /** Prefix and digits are fixed with the first number given. */
    updateSeries: {
      can: 'copies.write',
      input: SeriesFields.extend({ id, rev }),
      output: Series,
      errors: ['series_not_found', 'duplicate_name', 'duplicate_prefix', 'prefix_clash', 'series_in_use'],
      changes,
    },
    /** Numbers that will never be given: a spoiled label, a torn page. */
    declareVoid: {
      can: 'copies.write',
      input: z.object({ seriesId: id, from: z.int().min(1), to: z.int().min(1), reason: requiredText(1000) }),
      output: z.object({ numbers: z.int() }),
      errors: ['series_not_found', 'number_in_use', 'number_out_of_series', 'range_wrong'],
      changes,
    },
    addVoucher: {
      can: 'copies.write',
      input: VoucherFields,
      output: Voucher,
      errors: ['duplicate_voucher', 'received_in_future', 'year_is_closed'],
      changes,
    },
    updateVoucher: {
      can: 'copies.write',
      input: VoucherFields.extend({ id, rev }),
      output: Voucher,
      errors: [
        'voucher_not_found',
        'duplicate_voucher',
        'received_in_future',
        'voucher_completed',
        'year_is_closed',
      ],
      changes,
    },
    /** All copies of a delivery at once: all are entered or none. Refusals name the line. */
    accession: {
      can: 'copies.write',
      input: z.object({ voucherId: id, copies: z.array(NewCopy).min(1).max(1000) }),
      output: z.object({ ids: z.array(id), firstNumber: z.string(), lastNumber: z.string() }),
      errors: [
        'voucher_not_found',
        'voucher_completed',
        'title_not_found',
        'title_without_copies',
        'series_not_found',
        'site_not_found',
        'store_not_found',
        'duplicate_barcode',
        'duplicate_number',
        'number_void',
        'number_out_of_series',
        'year_is_closed',
      ],
      changes,
    },
    /** Writes the delivery's line into the general register; from then on it takes no more copies. */
    completeVoucher: {
      can: 'copies.write',
      input: z.object({ id, rev }),
      output: Voucher,
      errors: ['voucher_not_found', 'voucher_completed', 'voucher_empty', 'year_is_closed'],
      changes,
    },
    /** A delivery begun by mistake: only one that never had a copy. */
    removeVoucher: {
      can: 'copies.write',
      input: z.object({ id, rev }),
      output: z.object({ id }),
      errors: ['voucher_not_found', 'voucher_has_copies'],
      changes,
    },
    updateCopy: {
      can: 'copies.write',
      input: CopyFields.extend({ id, rev }),
      output: Copy,
      errors: ['copy_not_found', 'duplicate_barcode', 'copy_gone'],
      changes,
    },
    /** Entered by mistake: red lines in the register, numbers never used again. */
    cancelCopies: {
      can: 'copies.write',
      input: z.object({ copyIds, reason: requiredText(1000) }),
      output: z.object({ copies: z.int() }),
      errors: ['copy_not_found', 'copy_gone'],
      changes,
    },
    moveCopies: {
      can: 'copies.write',
      input: z.object({
        copyIds,
        siteId: id,
        storeId: id.nullable().default(null),
        shelf: text(100).nullable().default(null),
        movedOn: isoDate,
      }),
      output: z.object({ copies: z.int() }),
      errors: [
        'copy_not_found',
        'copy_gone',
        'site_not_found',
        'store_not_found',
        'moved_in_future',
        'moved_before_last',
      ],
      changes,
    },
    setCondition: {
      can: 'copies.write',
      input: z.object({ copyIds, condition: Condition, on: isoDate }),
      output: z.object({ copies: z.int() }),
      errors: ['copy_not_found', 'copy_gone', 'moved_in_future', 'moved_before_last'],
      changes,
    },
    setStatus: {
      can: 'copies.write',
      input: z.object({ copyIds, status: CopyStatus }),
      output: z.object({ copies: z.int() }),
      errors: ['copy_not_found', 'copy_gone', 'copy_rotated'],
      changes,
    },
    /** Copies leave the stock by a decision only. */
    withdraw: {
      can: 'copies.write',
      input: WithdrawalFields.extend({
        copyIds,
        isAboveLimitMeant: z.boolean().default(false),
      }),
      output: Withdrawal,
      errors: [
        'copy_not_found',
        'copy_gone',
        'copy_away',
        'withdrawn_in_future',
        'before_accession',
        'before_decision',
        'above_limit',
        'duplicate_decision',
        'year_is_closed',
      ],
      changes,
    },
    /** The copies come back; the register says so in red. */
    takeBackWithdrawal: {
      can: 'copies.write',
      input: z.object({ id, rev, reason: requiredText(1000) }),
      output: Withdrawal,
      errors: ['withdrawal_not_found', 'withdrawal_taken_back', 'place_closed'],
      changes,
    },
  },
  jobs: {
    exportCopies: {
      can: 'copies.read',
      input: z.object({
        filters: CopyFilters.prefault({}),
        sort: z.enum(copySorts).default('accession_number'),
        format: z.enum(['xlsx', 'csv']),
      }),
      output: z.object({ file: fileTicket, copies: z.int() }),
      changes: [],
    },
  },
})
