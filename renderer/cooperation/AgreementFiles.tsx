import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AgreementFile } from '../../shared/cooperation/contract.ts'
import { displayInstant } from '../../shared/dates.ts'
import { useEngine } from '../app/engine.tsx'
import { chooseFiles, readied } from '../app/evidence-files.ts'
import { JobProgress } from '../app/JobProgress.tsx'
import { useCommand, useJob, useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { useKeptFile } from '../app/use-kept-file.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Notice } from '../ui/Notice.tsx'
import { numberStyle } from '../ui/numbers.ts'
import { formatSize } from '../ui/sizes.ts'

/** The signed copies of an agreement, kept in the store of evidence. */
export function AgreementFiles({ agreementId }: { agreementId: number }) {
  const { t } = useTranslation()
  const can = useCan()
  const { door } = useEngine()
  const { value: files, failure } = useQuery('cooperation.agreementFiles', { agreementId })
  const run = useJob('cooperation.attachAgreementFiles')
  const [refused, setRefused] = useState<string[]>([])
  async function attach() {
    const chosen = await readied(await chooseFiles())
    setRefused(chosen.refused)
    const tickets = await door.takeFiles(chosen.ready.map(({ file }) => file))
    if (tickets.length > 0) await run.start({ agreementId, files: tickets })
  }
  return (
    <section className="card" aria-label={t('cooperation.fields.files')}>
      <h2>{t('cooperation.fields.files')}</h2>
      <Failure of={failure ?? run.failure} />
      <JobProgress run={run} />
      {refused.map((name) => (
        <Notice key={name} icon="warning" text={t('cooperation.errors.not_evidence', { name })} />
      ))}
      {run.output && run.output.again.length > 0 && (
        <Notice text={t('cooperation.agreements.again', { names: run.output.again.join(', ') })} />
      )}
      {files?.length === 0 && <p className="soft">{t('cooperation.agreements.noFiles')}</p>}
      <ul className="related-list">
        {files?.map((file) => (
          <FileLine key={file.id} file={file} mayWrite={can('cooperation.write')} />
        ))}
      </ul>
      {can('cooperation.write') && (
        <div className="row no-print">
          <Button icon="attach" disabled={run.isRunning} onClick={() => void attach()}>
            {t('cooperation.agreements.attach')}
          </Button>
          <span className="soft small">{t('cooperation.agreements.filesHint')}</span>
        </div>
      )}
    </section>
  )
}

function FileLine({ file, mayWrite }: { file: AgreementFile; mayWrite: boolean }) {
  const { t, i18n } = useTranslation()
  const open = useJob('cooperation.openAgreementFile')
  const remove = useCommand('cooperation.removeAgreementFile')
  const restore = useCommand('cooperation.restoreAgreementFile')
  const { id, name, size, addedAt } = file
  const kept = useKeptFile(id, { open, remove, restore }, t('cooperation.agreements.fileRemoved', { name }))
  return (
    <li>
      <Button kind="quiet" icon="file" onClick={kept.show}>
        {name}
      </Button>
      <span className="soft small nowrap">
        {formatSize(size, numberStyle(i18n.language))} · {displayInstant(addedAt)}
      </span>
      {mayWrite && (
        <IconButton
          icon="remove"
          label={t('cooperation.agreements.removeFile', { name })}
          disabled={remove.isRunning}
          onClick={() => void kept.drop()}
        />
      )}
      <Failure of={kept.failure} />
    </li>
  )
}
