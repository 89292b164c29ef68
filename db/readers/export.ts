import type { TFunction } from 'i18next'
import { displayDate } from '../../shared/dates.ts'
import type { SpecOf } from '../../shared/contracts.ts'
import type { LoanRow, ReaderRecord } from '../../shared/readers/contract.ts'
import type { Reader } from '../connection.ts'
import type { JobHandler } from '../context.ts'
import { render, type Block, type OfficialDocument } from '../documents/index.ts'
import { wordsIn } from '../words.ts'
import { allLoansOf } from './loan-rows.ts'
import { requireReader } from './reading.ts'
import { groupName, readGroups } from './settings.ts'

export const exportReader: JobHandler<SpecOf<'readers.exportReader'>, never> = {
  async run({ id, format }, { db, fail, today, offerFile, progress }) {
    progress(0, null)
    const reader = await requireReader(db, { id, today }, fail)
    const loans = await allLoansOf(db, id, today)
    // The name of the file names nobody: files lie about.
    const name = `ban-doc-${id}.${format}`
    const bytes =
      format === 'json'
        ? new TextEncoder().encode(
            JSON.stringify({ ...reader, openLoans: undefined, pastLoans: undefined, loans }, null, 2),
          )
        : await render(await paperOf(db, { reader, loans, today }), 'docx')
    return { file: await offerFile(name, bytes) }
  },
}

type Told = { reader: ReaderRecord; loans: readonly LoanRow[]; today: string }

/** All that is kept of a person, in words, to be handed over to them. */
async function paperOf(db: Reader, { reader, loans, today }: Told): Promise<OfficialDocument> {
  const library = await db.selectFrom('library').selectAll().executeTakeFirstOrThrow()
  const { language } = library
  const t = wordsIn[language]
  const group = (await readGroups(db)).find(({ id }) => id === reader.groupId)
  const facts: [string, string][] = [
    [t('readers.fields.name'), reader.name],
    [t('readers.fields.group'), group ? groupName(group, language) : ''],
    [t('readers.fields.bornOn'), day(reader.bornOn)],
    [t('readers.fields.phone'), reader.phone],
    [t('readers.fields.address'), reader.address],
    [t('readers.fields.unit'), reader.unit],
    [t('readers.fields.guardian'), reader.guardian],
    [t('readers.fields.guardianPhone'), reader.guardianPhone],
    [t('readers.fields.note'), reader.note],
    [t('readers.fields.addedOn'), day(reader.addedOn)],
    [t('readers.fields.suspendedFor'), reader.suspendedFor],
  ]
  const blocks: Block[] = [
    ...facts
      .filter(([, value]) => value !== '')
      .map(([lead, text]): Block => ({ type: 'paragraph', lead: `${lead}:`, text })),
    { type: 'heading', level: 2, text: t('readers.paper.cards') },
    {
      type: 'list',
      items: reader.cards.map(({ number, issuedOn, expiresOn }) =>
        t('readers.paper.card', { number, from: day(issuedOn), to: day(expiresOn) }),
      ),
    },
    { type: 'heading', level: 2, text: t('readers.paper.consents') },
    {
      type: 'list',
      items: reader.consents.map(({ givenBy, form, givenOn, withdrawnOn }) =>
        [
          t(`readers.givers.${givenBy}`),
          t(`readers.consentForms.${form}`),
          day(givenOn),
          withdrawnOn === null ? '' : t('readers.paper.withdrawn', { on: day(withdrawnOn) }),
        ]
          .filter((text) => text !== '')
          .join(' – '),
      ),
    },
    { type: 'heading', level: 2, text: t('readers.paper.loans') },
    loanTable(loans, t),
  ]
  return {
    language,
    letterhead: {
      governingBody: library.governingBody,
      issuingBody: library.name,
      number: '',
      symbol: '',
      place: library.placeName,
      date: today,
    },
    kind: t('readers.paper.kind'),
    subject: t('readers.paper.subject'),
    addressees: [],
    blocks,
    signature: null,
    recipients: [],
  }
}

const day = (on: string | null): string => (on === null ? '' : displayDate(on))

function loanTable(loans: readonly LoanRow[], t: TFunction): Block {
  const column = (key: string, label: string, weight: number) => ({
    key,
    label,
    weight,
    kind: 'text' as const,
  })
  return {
    type: 'table',
    columns: [
      column('number', t('readers.columns.accessionNumber'), 18),
      column('title', t('readers.columns.title'), 46),
      column('lentOn', t('readers.columns.lentOn'), 18),
      column('returnedOn', t('readers.columns.returnedOn'), 18),
    ],
    rows: loans.map((loan) => ({
      type: 'values',
      values: {
        number: loan.accessionNumber,
        title: loan.title,
        lentOn: day(loan.lentOn),
        returnedOn: day(loan.returnedOn),
      },
    })),
  }
}
