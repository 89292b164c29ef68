import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { displayDate } from '../../shared/dates.ts'
import type { WeedingRecord } from '../../shared/weeding/contract.ts'
import { isSigned, paperAwaited, type PaperKind } from '../../shared/weeding/rules.ts'
import { useCan } from '../app/permissions.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { ApproveDialog } from './ApproveDialog.tsx'
import { PaperFacts } from './PaperFacts.tsx'
import { PaperFiles } from './PaperFiles.tsx'
import { PaperForm } from './PaperForm.tsx'
import { RecordDialog } from './RecordDialog.tsx'
import { useMissing } from './use-missing.ts'

type Props = { weeding: WeedingRecord; kind: PaperKind }

/** One paper of a dossier: its files, what it says, and the number and day it was signed. */
export function PaperPanel({ weeding, kind }: Props) {
  const { t } = useTranslation()
  const can = useCan()
  const [isDirty, setDirty] = useState(false)
  const paper = weeding.papers.find((each) => each.kind === kind)
  if (!paper) return null
  const signed = isSigned(kind, weeding.stage)
  const mayWrite = can('weeding.write')
  const awaited = paperAwaited(weeding.stage)
  return (
    <div className="scrolls-down paper-panel">
      <section className="card">
        <h2>{t(`weeding.papers.${kind}`)}</h2>
        <p className="soft">{t(`weeding.panel.hints.${kind}`)}</p>
        <PaperFiles weeding={weeding} paper={paper} isSigned={signed} />
        {!signed && mayWrite && awaited === kind && (
          <Signing weeding={weeding} kind={kind} isUnsaved={isDirty} />
        )}
      </section>
      {signed && paper.signedOn && (
        <Notice icon="lock" text={t('weeding.panel.signed', { on: displayDate(paper.signedOn) })} />
      )}
      {!signed && mayWrite && awaited !== kind && (
        <Notice text={t('weeding.panel.notYet', { name: awaited ? t(`weeding.papers.${awaited}`) : '' })} />
      )}
      {signed || !mayWrite ? (
        <PaperFacts paper={paper} />
      ) : (
        <PaperForm key={paper.rev} weeding={weeding} paper={paper} onDirty={setDirty} />
      )}
    </div>
  )
}

/** The next step of the dossier; what it still waits for stands beside its button. */
function Signing({ weeding, kind, isUnsaved }: Props & { isUnsaved: boolean }) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const missing = useMissing(weeding)(kind)
  // A signed paper says what is in the dossier, so what is only typed must be in it first.
  const waiting = [...missing, ...(isUnsaved ? [t('weeding.missing.saved')] : [])]
  const close = () => setOpen(false)
  return (
    <div className="row">
      <Button
        kind="primary"
        icon={kind === 'approval' ? 'check' : 'lock'}
        disabled={waiting.length > 0}
        onClick={() => setOpen(true)}
      >
        {t(kind === 'approval' ? 'weeding.approve.open' : 'weeding.record.open')}
      </Button>
      {waiting.length > 0 && <span className="signing-waits small">{waiting.join(' · ')}</span>}
      {isOpen && kind === 'approval' && <ApproveDialog weeding={weeding} onClose={close} />}
      {isOpen && kind !== 'approval' && <RecordDialog weeding={weeding} kind={kind} onClose={close} />}
    </div>
  )
}
