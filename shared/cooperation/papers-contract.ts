import * as z from 'zod'
import { defineContract } from '../contract.ts'
import { fileTicket, id, isoDate, requiredText, rev } from '../fields.ts'
import { giftPapers } from './records.ts'

export const Rule = z.object({
  rev,
  /** An agreement is reminded of so many days before its end. */
  noticeDays: z.int().min(1).max(730),
  /** Whom the yearly report goes to. */
  recipients: z.array(requiredText(300)).min(1).max(10),
})
export type Rule = z.output<typeof Rule>

export const Report = z.object({
  id,
  year: z.int(),
  madeOn: isoDate,
  paperHash: z.string(),
  /** Its words are those it was made with. */
  isIntact: z.boolean(),
  sendings: z.array(z.object({ id, recipient: z.string(), sentOn: isoDate.nullable() })),
})
export type Report = z.output<typeof Report>

export const AgreementFile = z.object({
  id,
  name: z.string(),
  form: z.string(),
  size: z.int(),
  addedAt: z.iso.datetime(),
})
export type AgreementFile = z.output<typeof AgreementFile>

const write = 'cooperation.write'
const format = z.enum(['docx', 'pdf']).default('docx')
const changes = ['cooperation'] as const

export const papersContract = defineContract({
  queries: {
    rule: { can: 'cooperation.read', input: z.object({}), output: Rule },
    /** The newest year first; of a year, the one made last. */
    yearReports: { can: 'cooperation.read', input: z.object({}), output: z.array(Report) },
    agreementFiles: {
      can: 'cooperation.read',
      input: z.object({ agreementId: id }),
      output: z.array(AgreementFile),
      errors: ['agreement_not_found'],
    },
  },
  commands: {
    setRule: { can: write, input: Rule, output: Rule, errors: ['recipient_twice'], changes },
    /** Writes the report of a year from what is recorded now, and keeps it as it is. */
    makeYearReport: {
      can: write,
      input: z.object({ year: z.int().min(1950).max(2200) }),
      output: Report,
      errors: ['year_not_begun'],
      changes,
    },
    removeYearReport: {
      can: write,
      input: z.object({ id }),
      output: z.object({ id }),
      errors: ['report_not_found', 'report_sent'],
      changes,
    },
    restoreYearReport: {
      can: write,
      input: z.object({ id }),
      output: z.object({ id }),
      errors: ['report_not_found'],
      changes,
    },
    /** The day on which a recipient was sent the report; null takes it back. */
    recordSending: {
      can: write,
      input: z.object({ id, sentOn: isoDate.nullable() }),
      output: Report,
      errors: ['report_not_found', 'sent_before_made', 'sent_in_future'],
      changes: ['cooperation', 'indicators', 'reports'],
    },
    removeAgreementFile: {
      can: write,
      input: z.object({ id }),
      output: z.object({ id }),
      errors: ['evidence_not_found'],
      changes,
    },
    restoreAgreementFile: {
      can: write,
      input: z.object({ id }),
      output: z.object({ id }),
      errors: ['evidence_not_found'],
      changes,
    },
  },
  jobs: {
    attachAgreementFiles: {
      can: write,
      input: z.object({ agreementId: id, files: z.array(fileTicket).min(1).max(50) }),
      output: z.object({ added: z.int(), again: z.array(z.string()) }),
      errors: ['agreement_not_found', 'file_gone', 'file_too_large', 'not_evidence'],
      changes,
    },
    openAgreementFile: {
      can: 'cooperation.read',
      input: z.object({ id }),
      output: z.object({ file: fileTicket }),
      errors: ['evidence_not_found', 'evidence_damaged'],
      changes: [],
    },
    produceYearReport: {
      can: 'cooperation.read',
      input: z.object({ id, format }),
      output: z.object({ file: fileTicket }),
      errors: ['report_not_found'],
      changes: [],
    },
    produceGiftPaper: {
      can: 'cooperation.read',
      input: z.object({ id, paper: z.enum(giftPapers), format }),
      output: z.object({ file: fileTicket }),
      errors: ['gift_not_found', 'not_numbered'],
      changes: [],
    },
  },
})
