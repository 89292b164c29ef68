import * as z from 'zod'
import { defineContract } from '../contract.ts'
import { fileTicket, id, instant, isoDate, nothing, requiredText } from '../fields.ts'

/** Sổ đăng ký cá biệt, and sổ đăng ký tổng quát in its three parts. */
export const registerKinds = ['individual', 'accessions', 'withdrawals', 'stock'] as const
export const RegisterKind = z.enum(registerKinds)
export type RegisterKind = z.output<typeof RegisterKind>

/** One book: a register of one year, for the individual register also of one series. */
export const Book = z.object({
  id,
  register: RegisterKind,
  year: z.int(),
  seriesId: id.nullable(),
  seriesName: z.string(),
  /** The library that kept it before it was merged into this one; '' for our own. */
  unitName: z.string(),
  mergerId: id.nullable(),
  linesPerPage: z.int(),
  lines: z.int(),
  pages: z.int(),
  closedAt: instant.nullable(),
  /** Over every line of a closed book. */
  hash: z.string().nullable(),
})
/** The cells as they were written, in the book's own columns; nothing changed later is seen here. */
export const Line = z.object({
  id,
  number: z.int(),
  page: z.int(),
  kind: z.enum(['entry', 'correction']),
  /** The line put right by this one. */
  corrects: z.int().nullable(),
  /** The line that put this one right. */
  correctedBy: z.int().nullable(),
  writtenOn: isoDate,
  cells: z.array(z.string()),
})

/** A line, and the book it stands in. */
export const LineOf = Line.extend({
  bookId: id,
  register: RegisterKind,
  year: z.int(),
  seriesName: z.string(),
  unitName: z.string(),
})

export const registers = defineContract({
  queries: {
    books: { can: 'registers.read', input: nothing, output: z.array(Book) },
    book: { can: 'registers.read', input: z.object({ id }), output: Book, errors: ['book_not_found'] },
    lines: {
      can: 'registers.read',
      input: z.object({
        bookId: id,
        offset: z.int().min(0).default(0),
        limit: z.int().min(1).max(200).default(50),
      }),
      output: z.object({
        columns: z.array(z.string()),
        rows: z.array(Line),
        total: z.object({ count: z.int(), isExact: z.boolean() }),
      }),
      errors: ['book_not_found'],
    },
    /** Where a copy stands in the individual register: the line it came in with, and what put that right. */
    linesOf: {
      can: 'registers.read',
      input: z.object({ copyId: id }),
      output: z.array(LineOf),
    },
    /** What stands in the way of closing a year, and what its third part would say. */
    previewClosing: {
      can: 'registers.close',
      input: z.object({ year: z.int().min(1900).max(2200) }),
      output: z.object({
        openVouchers: z.array(z.object({ id, number: z.string() })),
        broughtForward: z.int(),
        broughtForwardTitles: z.int(),
        /** What became known of closed years since: held = brought forward + adjusted + came in − went out. */
        adjusted: z.int(),
        cameIn: z.int(),
        wentOut: z.int(),
        held: z.int(),
        heldTitles: z.int(),
      }),
    },
  },
  commands: {
    /** Writes the third part and seals every book of the year; later facts go into the next year's books. */
    closeYear: {
      can: 'registers.close',
      input: z.object({ year: z.int().min(1900).max(2200) }),
      output: z.object({ books: z.int(), lines: z.int() }),
      errors: ['year_is_closed', 'year_not_over', 'vouchers_open', 'earlier_year_open'],
      changes: ['registers', 'copies'],
    },
    /** Puts a line right by a new one; the old one stays, struck through in print. */
    correctLine: {
      can: 'registers.close',
      input: z.object({
        lineId: id,
        cells: z.array(z.string().max(2000)).min(1).max(30),
        reason: requiredText(1000),
      }),
      output: Line,
      errors: ['line_not_found', 'line_corrected', 'cells_wrong', 'nothing_changed', 'book_of_former_unit'],
      changes: ['registers'],
    },
  },
  jobs: {
    printBook: {
      can: 'registers.read',
      input: z.object({
        bookId: id,
        format: z.enum(['pdf', 'xlsx']),
        fromPage: z.int().min(1).default(1),
        toPage: z.int().min(1).nullable().default(null),
      }),
      output: z.object({ file: fileTicket, pages: z.int() }),
      errors: ['book_not_found', 'pages_wrong'],
      changes: [],
    },
  },
})
