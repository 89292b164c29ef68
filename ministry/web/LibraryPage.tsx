import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { ActDialog } from '../../renderer/ui/ActDialog.tsx'
import { Button } from '../../renderer/ui/Button.tsx'
import { Failure } from '../../renderer/ui/Failure.tsx'
import { Hash } from '../../renderer/ui/Hash.tsx'
import { Notice } from '../../renderer/ui/Notice.tsx'
import { PageHeader } from '../../renderer/ui/PageHeader.tsx'
import { PropertyList } from '../../renderer/ui/PropertyList.tsx'
import { Table, type Column } from '../../renderer/ui/Table.tsx'
import { TextArea } from '../../renderer/ui/TextField.tsx'
import { displayDate, displayInstant } from '../../shared/dates.ts'
import { formerNames, provinceNames } from '../../shared/province-names.ts'
import type { LibraryRecord, PackageRow } from '../office/contract.ts'
import { useAct, useAsked } from './asking.ts'
import { AskDialog } from './AskDialog.tsx'
import { usePeriodName } from './period-name.ts'
import { useIsAdministrator } from './person.ts'
import { useStandingText } from './standing.ts'
import { QuestionList } from './QuestionList.tsx'

/** A library with all that came from it and all that is missing. */
export function LibraryPage() {
  const { t } = useTranslation()
  const { id = '' } = useParams()
  const navigate = useNavigate()
  const nameOf = usePeriodName()
  const isAdministrator = useIsAdministrator()
  const [dialog, setDialog] = useState<'ask' | 'revoke' | null>(null)
  const [selected, setSelected] = useState<string | null>(null)
  const columns = useColumns()
  const { value: library, failure } = useAsked<LibraryRecord>(`/libraries/${id}`)
  if (!library) return <Failure of={failure} />
  const { packages, gaps } = library
  return (
    <div className="page">
      <PageHeader title={library.name} back={{ to: '/', label: t('ministry.menu.reports') }}>
        {isAdministrator && (
          <>
            <Button icon="send" disabled={packages.length === 0} onClick={() => setDialog('ask')}>
              {t('ministry.ask.open')}
            </Button>
            <Button disabled={library.revokedAt !== null} onClick={() => setDialog('revoke')}>
              {t('ministry.revoke.open')}
            </Button>
          </>
        )}
      </PageHeader>
      {library.revokedAt && (
        <Notice
          icon="warning"
          text={t('ministry.library.revoked', { at: displayInstant(library.revokedAt) })}
        />
      )}
      <PropertyList
        properties={[
          { key: 'code', label: t('ministry.reports.columns.code'), value: library.code },
          {
            key: 'province',
            label: t('ministry.reports.columns.province'),
            value: provinceNames.get(library.provinceCode) ?? library.provinceCode,
          },
          {
            key: 'former',
            label: t('ministry.reports.columns.formerProvince'),
            value: formerNames.get(library.formerProvinceCode) ?? library.formerProvinceCode,
          },
          {
            key: 'enrolled',
            label: t('ministry.library.enrolledAt'),
            value: displayInstant(library.enrolledAt),
          },
        ]}
      />
      {gaps.periods.map((gap) => (
        <Notice
          key={gap.from + gap.to}
          text={t('ministry.library.missing', {
            period: nameOf(gap),
            due: gap.dueOn ? displayDate(gap.dueOn) : '–',
          })}
        />
      ))}
      {gaps.revisions.map((gap) => (
        <Notice
          key={`${gap.from}${gap.to}${gap.revision}`}
          text={t('ministry.library.skipped', { period: nameOf(gap), revision: gap.revision })}
        />
      ))}
      {gaps.previous.map((gap) => (
        <Notice
          key={gap.hash}
          text={t('ministry.library.previousMissing', { period: nameOf(gap), hash: gap.hash.slice(0, 12) })}
        />
      ))}
      <h2>{t('ministry.library.packages')}</h2>
      <Table
        label={t('ministry.library.packages')}
        name="ministry.packages"
        columns={columns}
        keyOf={({ hash }) => hash}
        rows={packages}
        selected={selected}
        onSelect={({ hash }) => setSelected(hash)}
        onOpen={({ hash }) => void navigate(`/packages/${hash}`)}
        empty={t('ministry.library.noPackages')}
      />
      <h2>{t('ministry.questions.title')}</h2>
      <QuestionList questions={library.questions} />
      <p>
        <a href={`/office/libraries/${library.id}/messages`} download>
          {t('ministry.library.messages')}
        </a>
        <span className="hint">{` ${t('ministry.library.messagesHint')}`}</span>
      </p>
      {dialog === 'ask' && <AskDialog library={library} onClose={() => setDialog(null)} />}
      {dialog === 'revoke' && <RevokeDialog library={library} onClose={() => setDialog(null)} />}
    </div>
  )
}

function useColumns(): Column<PackageRow>[] {
  const { t } = useTranslation()
  const nameOf = usePeriodName()
  const standing = useStandingText()
  return [
    { key: 'period', label: t('ministry.reports.period'), widthPx: 150, cell: nameOf },
    {
      key: 'revision',
      label: t('ministry.reports.columns.revision'),
      widthPx: 70,
      align: 'end',
      cell: (row) => row.revision,
    },
    {
      key: 'outcome',
      label: t('ministry.library.outcome'),
      widthPx: 220,
      grows: true,
      cell: (row) => standing(row),
    },
    {
      key: 'receivedAt',
      label: t('ministry.reports.columns.receivedAt'),
      widthPx: 160,
      cell: (row) => displayInstant(row.receivedAt),
    },
    {
      key: 'hash',
      label: t('ministry.package.hash'),
      widthPx: 130,
      cell: (row) => <Hash value={row.hash} />,
    },
    {
      key: 'receipt',
      label: t('ministry.package.receipt'),
      widthPx: 110,
      cell: (row) => (
        <a href={`/office/packages/${row.hash}/receipt`} download>
          {t('ministry.package.download')}
        </a>
      ),
    },
  ]
}

function RevokeDialog({ library, onClose }: { library: LibraryRecord; onClose: () => void }) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const { run, failure, isRunning } = useAct()
  async function revoke() {
    const path = `/libraries/${library.id}/revocation`
    if (await run({ method: 'POST', path, body: { reason } })) onClose()
  }
  return (
    <ActDialog
      title={t('ministry.revoke.title')}
      submit={t('ministry.revoke.act')}
      isReady={reason.trim() !== ''}
      isRunning={isRunning}
      failure={failure}
      onSubmit={revoke}
      onClose={onClose}
    >
      <p>{t('ministry.revoke.what', { name: library.name, count: library.packages.length })}</p>
      <TextArea
        label={t('ministry.reason')}
        isRequired
        value={reason}
        maxLength={1000}
        onChange={(event) => setReason(event.target.value)}
      />
    </ActDialog>
  )
}
