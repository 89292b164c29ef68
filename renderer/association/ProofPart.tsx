import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FriendlyProof } from '../../shared/association/contract.ts'
import { displayInstant } from '../../shared/dates.ts'
import { useEngine } from '../app/engine.tsx'
import { chooseFiles, readied } from '../app/evidence-files.ts'
import { JobProgress } from '../app/JobProgress.tsx'
import { useCommand, useJob } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { useKeptFile } from '../app/use-kept-file.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Notice } from '../ui/Notice.tsx'
import { numberStyle } from '../ui/numbers.ts'
import { formatSize } from '../ui/sizes.ts'

type Props = {
  year: number
  criterion: number
  /** Null until the assessment was saved once. */
  proofs: readonly FriendlyProof[] | null
}

/** What proves a criterion: kept once in the data folder, beside the proof of activities. */
export function ProofPart({ year, criterion, proofs }: Props) {
  const { t } = useTranslation()
  const can = useCan()
  const { door } = useEngine()
  const attach = useJob('association.attachProof')
  const [isMine, setMine] = useState(false)
  const [refused, setRefused] = useState<string[]>([])
  if (!can('association.write') && (proofs === null || proofs.length === 0)) return null
  async function choose() {
    const files = await chooseFiles()
    if (files.length === 0) return
    const { ready, refused: others } = await readied(files)
    setRefused(others)
    const tickets = await door.takeFiles(ready.map(({ file }) => file))
    setMine(true)
    if (tickets.length > 0) await attach.start({ year, criterion, files: tickets })
  }
  const again = isMine ? (attach.output?.again ?? []) : []
  return (
    <div className="stack tight">
      {refused.map((name) => (
        <Notice key={name} icon="warning" text={t('association.errors.not_evidence', { name })} />
      ))}
      {again.length > 0 && <Notice text={t('association.friendly.again', { names: again.join(', ') })} />}
      {isMine && <JobProgress run={attach} />}
      {proofs && proofs.length > 0 && (
        <ul className="evidence-list" aria-label={t('association.friendly.proofsOf', { criterion })}>
          {proofs.map((proof) => (
            <ProofLine key={proof.id} proof={proof} />
          ))}
        </ul>
      )}
      {can('association.write') && (
        <div className="row no-print">
          <Button icon="attach" disabled={proofs === null || attach.isRunning} onClick={() => void choose()}>
            {t('association.friendly.attach')}
          </Button>
          {proofs === null && <span className="soft small">{t('association.friendly.attachFirst')}</span>}
        </div>
      )}
    </div>
  )
}

function ProofLine({ proof: { id, name, size, addedAt } }: { proof: FriendlyProof }) {
  const { t, i18n } = useTranslation()
  const can = useCan()
  const open = useJob('association.openProof')
  const remove = useCommand('association.removeProof')
  const restore = useCommand('association.restoreProof')
  const kept = useKeptFile(id, { open, remove, restore }, t('association.friendly.removedProof', { name }))
  return (
    <li>
      <button type="button" className="evidence-open" onClick={kept.show}>
        {name}
      </button>
      <span className="soft small nowrap">
        {formatSize(size, numberStyle(i18n.language))} · {displayInstant(addedAt)}
      </span>
      {can('association.write') && (
        <IconButton
          icon="remove"
          label={t('association.friendly.removeProof', { name })}
          disabled={remove.isRunning}
          onClick={() => void kept.drop()}
        />
      )}
      <Failure of={kept.failure} />
    </li>
  )
}
