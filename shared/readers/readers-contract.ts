import * as z from 'zod'
import { defineContract } from '../contract.ts'
import {
  fileTicket,
  id,
  instant,
  isoDate,
  nothing,
  page,
  pageInput,
  requiredText,
  rev,
  text,
} from '../fields.ts'
import {
  cardStandings,
  Consent,
  ConsentFields,
  listFormats,
  LoanRow,
  ReaderFields,
  ReaderGroup,
  ReaderRecord,
  ReaderRow,
  ReaderSettings,
} from './reader.ts'

const changes = ['readers', 'indicators', 'reports'] as const
const number = text(40).default('')
const missing = ['reader_not_found'] as const
/** What was asked about and is meant so. */
export const readerQuestions = ['same_person'] as const
export const erasureQuestions = ['owes_copies'] as const

export const ReaderFilters = z.object({
  text: text(200).default(''),
  groupId: id.nullable().default(null),
  standing: z.enum(cardStandings).nullable().default(null),
})
export type ReaderFilters = z.output<typeof ReaderFilters>

/** A copy of the library that still holds a person, and when it goes. */
const HoldingBackup = z.object({
  fileName: z.string(),
  madeAt: instant,
  /** Empty beside the library. */
  place: z.string(),
  /** Null where nothing clears it away: somebody holds it, or its place was given up. */
  expiresOn: isoDate.nullable(),
  heldFor: z.string(),
})

/** What still holds a person after they are erased here. */
const holding = {
  backups: z.array(HoldingBackup),
  /** Libraries that an upgrade or a restore put aside beside this one: only a person takes them away. */
  aside: z.array(z.object({ path: z.string(), writtenAt: instant })),
}
export type Holding = z.output<z.ZodObject<typeof holding>>

export const Erasure = z.object({
  /** What of the person was found again in the database's file after all was done; 0 is what is wanted. */
  traces: z.int(),
  wasRewritten: z.boolean(),
  ...holding,
})
export type Erasure = z.output<typeof Erasure>

export const readerContract = defineContract({
  queries: {
    settings: { can: 'counters.read', input: nothing, output: ReaderSettings },
    groups: { can: 'readers.read', input: nothing, output: z.array(ReaderGroup) },
    list: { can: 'readers.read', input: ReaderFilters.extend(pageInput), output: page(ReaderRow) },
    reader: { can: 'readers.read', input: z.object({ id }), output: ReaderRecord, errors: missing },
    /** What erasing a person would mean, before it is done. */
    erasure: {
      can: 'readers.read',
      input: z.object({ id }),
      output: z.object({
        openLoans: z.array(LoanRow),
        pastLoans: z.int(),
        cards: z.int(),
        drafts: z.int(),
        ...holding,
      }),
      errors: missing,
    },
  },
  commands: {
    setSettings: {
      can: 'settings.manage',
      input: ReaderSettings,
      output: ReaderSettings,
      errors: ['still_lent', 'still_kept', 'group_not_found', 'prefix_unreadable'],
      changes,
    },
    addGroup: {
      can: 'settings.manage',
      input: z.object({ name: requiredText(100), isChild: z.boolean().default(false) }),
      output: ReaderGroup,
      errors: ['duplicate_group'],
      changes,
    },
    updateGroup: {
      can: 'settings.manage',
      input: z.object({ id, rev, name: text(100).default(''), isChild: z.boolean(), isHidden: z.boolean() }),
      output: ReaderGroup,
      errors: ['group_not_found', 'duplicate_group', 'name_missing'],
      changes,
    },
    /** A person with a card, as it is issued at the desk. */
    addReader: {
      can: 'readers.write',
      input: ReaderFields.extend({
        cardNumber: number,
        consents: z.array(ConsentFields).max(4).default([]),
        accepted: z.array(z.enum(readerQuestions)).default([]),
      }),
      output: ReaderRecord,
      errors: [
        'cards_not_kept',
        'group_not_found',
        'consent_missing',
        'guardian_missing',
        'consent_in_future',
        'born_in_future',
        'duplicate_card',
        ...readerQuestions,
      ],
      changes,
    },
    updateReader: {
      can: 'readers.write',
      input: ReaderFields.extend({ id, rev }),
      output: ReaderRecord,
      errors: [...missing, 'group_not_found', 'born_in_future', 'consent_first', 'guardian_missing'],
      changes,
    },
    addConsent: {
      can: 'readers.write',
      input: ConsentFields.extend({ readerId: id }),
      output: Consent,
      errors: [...missing, 'consent_in_future'],
      changes,
    },
    withdrawConsent: {
      can: 'readers.write',
      input: z.object({ id }),
      output: Consent,
      errors: ['consent_not_found'],
      changes,
    },
    renewCard: {
      can: 'readers.write',
      input: z.object({ id, rev }),
      output: ReaderRecord,
      errors: [...missing, 'no_card'],
      changes,
    },
    replaceCard: {
      can: 'readers.write',
      input: z.object({ id, rev, endedFor: z.enum(['replaced', 'lost']), cardNumber: number }),
      output: ReaderRecord,
      errors: [...missing, 'no_card', 'duplicate_card'],
      changes,
    },
    suspend: {
      can: 'readers.write',
      input: z.object({ id, rev, until: isoDate.nullable().default(null), reason: requiredText(300) }),
      output: ReaderRecord,
      errors: [...missing, 'suspended_in_past'],
      changes,
    },
    liftSuspension: {
      can: 'readers.write',
      input: z.object({ id, rev }),
      output: ReaderRecord,
      errors: missing,
      changes,
    },
  },
  jobs: {
    exportReaders: {
      can: 'readers.read',
      input: z.object({ filters: ReaderFilters, format: z.enum(listFormats) }),
      output: z.object({ file: fileTicket, rows: z.int() }),
      changes: [],
    },
    exportReader: {
      can: 'readers.read',
      input: z.object({ id, format: z.enum(['json', 'docx']) }),
      output: z.object({ file: fileTicket }),
      errors: missing,
      changes: [],
    },
    /** Rows, cards, loans, drafts and files; then the database's own bytes are searched. */
    eraseReader: {
      can: 'readers.write',
      input: z.object({ id, accepted: z.array(z.enum(erasureQuestions)).default([]) }),
      output: Erasure,
      errors: [...missing, ...erasureQuestions],
      changes: [...changes, 'copies', 'stocktake'],
    },
  },
})
