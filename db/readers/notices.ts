import { displayDate } from '../../shared/dates.ts'
import type { SpecOf } from '../../shared/contracts.ts'
import type { LoanRow } from '../../shared/readers/contract.ts'
import type { JobHandler } from '../context.ts'
import { render, type Annex, type Block } from '../documents/index.ts'
import { wordsIn } from '../words.ts'
import { overdueLoans } from './loan-rows.ts'

export const printNotices: JobHandler<SpecOf<'readers.printNotices'>, never> = {
  async run({ siteId, format }, { db, fail, today, offerFile, progress }) {
    progress(0, null)
    const loans = await overdueLoans(db, siteId, today)
    if (loans.length === 0) fail('nothing_overdue')
    const library = await db.selectFrom('library').selectAll().executeTakeFirstOrThrow()
    const t = wordsIn[library.language]
    const column = (key: string, label: string, weight: number, kind: 'text' | 'number' = 'text') => ({
      key,
      label,
      weight,
      kind,
    })
    const columns = [
      column('number', t('readers.columns.accessionNumber'), 20),
      column('title', t('readers.columns.title'), 48),
      column('dueOn', t('readers.columns.dueOn'), 18),
      column('late', t('readers.columns.lateDays'), 14, 'number'),
    ]
    const table = (own: readonly LoanRow[]): Block => ({
      type: 'table',
      columns,
      rows: own.map((loan) => ({
        type: 'values',
        values: {
          number: loan.accessionNumber,
          title: loan.title,
          dueOn: displayDate(loan.dueOn),
          late: loan.lateDays,
        },
      })),
    })
    const people = [...Map.groupBy(loans, ({ readerId }) => readerId).values()]
    const notices = people.map((own): Annex => {
      const [first] = own
      const named = { name: first?.readerName ?? '', number: first?.cardNumber ?? '' }
      return {
        title: t('readers.notices.title'),
        orientation: 'portrait',
        isHandedOut: true,
        blocks: [
          { type: 'paragraph', text: t('readers.notices.dear', named) },
          {
            type: 'paragraph',
            text: t('readers.notices.text', { library: library.name, on: displayDate(today) }),
          },
          table(own),
          { type: 'paragraph', text: t('readers.notices.please') },
        ],
      }
    })
    const bytes = await render(
      {
        language: library.language,
        letterhead: {
          governingBody: library.governingBody,
          issuingBody: library.name,
          number: '',
          symbol: '',
          place: library.placeName,
          date: today,
        },
        kind: t('readers.notices.kind'),
        subject: t('readers.notices.subject', { on: displayDate(today) }),
        addressees: [],
        blocks: people.flatMap((own): Block[] => [
          {
            type: 'heading',
            level: 3,
            text: [own[0]?.readerName, own[0]?.cardNumber, own[0]?.phone].filter(Boolean).join(' – '),
          },
          table(own),
        ]),
        signature: null,
        recipients: [],
        annexes: notices,
      },
      format,
    )
    return { file: await offerFile(`sach-qua-han-${today}.${format}`, bytes), notices: people.length }
  },
}
