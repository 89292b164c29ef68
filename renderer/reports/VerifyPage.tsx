import { useState, type DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useEngine } from '../app/engine.tsx'
import { JobProgress } from '../app/JobProgress.tsx'
import { useKept } from '../app/kept.ts'
import { useJob } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import type { FileTicket } from '../../shared/door.ts'
import { VerificationReport } from './VerificationReport.tsx'

/** Holds a file of a report, wherever it comes from, against what was signed here. */
export function VerifyPage() {
  const { t } = useTranslation()
  const { door } = useEngine()
  const verify = useJob('reports.verifyFile')
  const [fileName, setFileName] = useKept('reports.verifiedName', '')
  const [isOver, setOver] = useState(false)

  async function look(file: FileTicket | null | undefined) {
    if (!file) return
    setFileName(file.name)
    await verify.start({ file })
  }
  async function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    const [given] = event.dataTransfer.files
    if (given && !verify.isRunning) await look((await door.takeFiles([given]))[0])
  }
  return (
    <div className="page">
      <PageHeader
        title={t('reports.verify.title')}
        hint={t('reports.verify.hint')}
        back={{ to: '/reports', label: t('reports.list.title') }}
      />
      <div className="stack">
        <section
          className={isOver ? 'card verify-drop over' : 'card verify-drop'}
          aria-label={t('reports.verify.pick')}
          onDragOver={(event) => {
            event.preventDefault()
            setOver(true)
          }}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => void drop(event)}
        >
          <p>{t('reports.verify.drop')}</p>
          <div className="actions">
            <Button
              kind={verify.output ? 'plain' : 'primary'}
              icon="file"
              disabled={verify.isRunning}
              onClick={() => void door.pickFile('.docx,.xlsx,.pdf').then(look)}
            >
              {t(verify.output ? 'reports.verify.pickAnother' : 'reports.verify.pick')}
            </Button>
          </div>
          <p className="soft small">{t('reports.verify.rule')}</p>
        </section>
        <div role="status" className="stack">
          <JobProgress run={verify} />
          {verify.output && <VerificationReport found={verify.output} fileName={fileName} />}
        </div>
      </div>
    </div>
  )
}
