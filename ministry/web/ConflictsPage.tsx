import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ActDialog } from '../../renderer/ui/ActDialog.tsx'
import { Button } from '../../renderer/ui/Button.tsx'
import { EmptyState } from '../../renderer/ui/EmptyState.tsx'
import { Failure } from '../../renderer/ui/Failure.tsx'
import { Hash } from '../../renderer/ui/Hash.tsx'
import { PageHeader } from '../../renderer/ui/PageHeader.tsx'
import { TextArea } from '../../renderer/ui/TextField.tsx'
import { displayInstant } from '../../shared/dates.ts'
import type { ConflictRow } from '../office/contract.ts'
import { useAct, useAsked } from './asking.ts'
import { ConflictDifferences } from './ConflictDifferences.tsx'
import { usePeriodName } from './period-name.ts'
import { useIsAdministrator } from './person.ts'

/** Two packages that say otherwise under one number: both are kept, a person says which counts. */
export function ConflictsPage() {
  const { t } = useTranslation()
  const nameOf = usePeriodName()
  const isAdministrator = useIsAdministrator()
  const [chosen, setChosen] = useState<{ row: ConflictRow; hash: string } | null>(null)
  const { value: rows, failure } = useAsked<ConflictRow[]>('/conflicts')
  return (
    <div className="page">
      <PageHeader title={t('ministry.conflicts.title')} hint={t('ministry.conflicts.hint')} />
      <Failure of={failure} />
      {rows?.length === 0 && <EmptyState icon="check" text={t('ministry.conflicts.none')} />}
      <ul className="stack">
        {rows?.map((row) => (
          <li key={row.id} className="stack">
            <div>
              <Link to={`/libraries/${row.libraryId}`}>{row.libraryName}</Link>
              {` · ${t('ministry.package.title', { period: nameOf(row), revision: row.revision })} · ${displayInstant(row.seenAt)}`}
            </div>
            {row.hashes.map((hash) => (
              <div key={hash} className="row">
                <Link to={`/packages/${hash}`}>
                  <Hash value={hash} />
                </Link>
                {row.countedHash === hash && <span>{t('ministry.library.counted')}</span>}
                {isAdministrator && row.decidedAt === null && (
                  <Button onClick={() => setChosen({ row, hash })}>{t('ministry.conflicts.choose')}</Button>
                )}
              </div>
            ))}
            <ConflictDifferences hashes={row.hashes} />
            {row.decidedAt !== null && (
              <div className="soft question-said">
                {t('ministry.conflicts.decided', {
                  by: row.decidedBy ?? '',
                  at: displayInstant(row.decidedAt),
                  reason: row.reason ?? '',
                })}
              </div>
            )}
          </li>
        ))}
      </ul>
      {chosen && <DecideDialog {...chosen} onClose={() => setChosen(null)} />}
    </div>
  )
}

function DecideDialog({ row, hash, onClose }: { row: ConflictRow; hash: string; onClose: () => void }) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const { run, failure, isRunning } = useAct()
  async function decide() {
    const body = { chosenHash: hash, reason }
    if (await run({ method: 'POST', path: `/conflicts/${row.id}`, body })) onClose()
  }
  return (
    <ActDialog
      title={t('ministry.conflicts.choose')}
      submit={t('ministry.conflicts.act')}
      isReady={reason.trim() !== ''}
      isRunning={isRunning}
      failure={failure}
      onSubmit={decide}
      onClose={onClose}
    >
      <p>{t('ministry.conflicts.what', { name: row.libraryName, revision: row.revision })}</p>
      <TextArea
        label={t('ministry.reason')}
        isRequired
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </ActDialog>
  )
}
