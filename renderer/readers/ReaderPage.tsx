import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { displayDate } from '../../shared/dates.ts'
import type { ReaderRecord } from '../../shared/readers/contract.ts'
import { useQuery } from '../app/operations.ts'
import { HistoryPart } from '../journal/index.ts'
import { Failure } from '../ui/Failure.tsx'
import { Notice } from '../ui/Notice.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PropertyList } from '../ui/PropertyList.tsx'
import { EraseDialog } from './EraseDialog.tsx'
import { LoanList } from './LoanList.tsx'
import { ReaderActions } from './ReaderActions.tsx'
import { ReaderCards } from './ReaderCards.tsx'
import { StandingChip } from './StandingChip.tsx'
import { useReaderWords } from './use-reader-words.ts'

export function ReaderPage() {
  const { t } = useTranslation()
  const id = Number(useParams().id)
  const { value, failure } = useQuery('readers.reader', { id })
  // Once erased, the page says so and knows the person no more.
  const [erased, setErased] = useState<ReaderRecord | null>(null)
  const back = { to: '/readers', label: t('readers.list.title') }
  if (!value || erased)
    return (
      <div className="page">
        <PageHeader title={t('readers.menu.reader')} back={back} />
        {erased ? <EraseDialog reader={erased} onClose={() => setErased(null)} /> : <Failure of={failure} />}
      </div>
    )
  return <Whole reader={value} onErase={() => setErased(value)} />
}

function Whole({ reader, onErase }: { reader: ReaderRecord; onErase: () => void }) {
  const { t } = useTranslation()
  const { groupName } = useReaderWords()
  const day = (on: string | null) => (on === null ? '' : displayDate(on))
  const facts: [string, string][] = [
    [t('readers.fields.group'), groupName(reader.groupId)],
    [t('readers.fields.bornOn'), day(reader.bornOn)],
    [t('readers.fields.phone'), reader.phone],
    [t('readers.fields.unit'), reader.unit],
    [t('readers.fields.address'), reader.address],
    [t('readers.fields.guardian'), [reader.guardian, reader.guardianPhone].filter(Boolean).join(' – ')],
    [t('readers.fields.addedOn'), day(reader.addedOn)],
    [t('readers.fields.note'), reader.note],
  ]
  return (
    <div className="page">
      <PageHeader title={reader.name} back={{ to: '/readers', label: t('readers.list.title') }}>
        <StandingChip standing={reader.standing} />
        <ReaderActions reader={reader} onErase={onErase} />
      </PageHeader>
      {reader.standing === 'suspended' && (
        <Notice
          icon="lock"
          text={
            reader.suspendedUntil === null
              ? t('readers.record.suspendedOpen', { reason: reader.suspendedFor })
              : t('readers.record.suspendedUntil', {
                  on: displayDate(reader.suspendedUntil),
                  reason: reader.suspendedFor,
                })
          }
        />
      )}
      <div className="reader-columns">
        <section className="card">
          <PropertyList
            properties={facts
              .filter(([, text]) => text !== '')
              .map(([label, value]) => ({ key: label, label, value }))}
          />
        </section>
        <ReaderCards reader={reader} />
      </div>
      <section className="card" aria-label={t('readers.record.loans')}>
        <h2>{t('readers.record.loans')}</h2>
        {reader.openLoans.length === 0 ? (
          <p className="soft">{t('readers.record.loansNone')}</p>
        ) : (
          <LoanList loans={reader.openLoans} />
        )}
        <p className="soft small">{t('readers.record.pastLoans', { count: reader.pastLoans })}</p>
        <Link to={`/readers/desk?reader=${reader.id}`}>{t('readers.record.toDesk')}</Link>
      </section>
      <HistoryPart of={{ tableName: 'reader', rowId: reader.id }} />
    </div>
  )
}
