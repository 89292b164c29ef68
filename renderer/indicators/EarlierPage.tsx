import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { numberWays } from '../../shared/indicators/contract.ts'
import { useEngine } from '../app/engine.tsx'
import { chooseTable } from '../app/choose-table.ts'
import { chooseFiles, readied } from '../app/evidence-files.ts'
import { JobProgress } from '../app/JobProgress.tsx'
import { useJob } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { useSavedFile } from '../app/use-saved-file.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { TextArea, TextField } from '../ui/TextField.tsx'
import { useNumberText } from '../ui/use-number-text.ts'

import { EarlierFacts } from './EarlierFacts.tsx'
import { EarlierList } from './EarlierList.tsx'
import { IndicatorTabs } from './IndicatorTabs.tsx'

type Way = (typeof numberWays)[number] | null

/** Figures of reports from before the program: looked into, taken in, and taken back where it was the wrong table. */
export function EarlierPage() {
  const { t } = useTranslation()
  const can = useCan()
  const template = useJob('indicators.earlierTemplate')
  useSavedFile(template.output?.file, template.clear)
  return (
    <div className="page">
      <PageHeader title={t('indicators.earlier.title')} hint={t('indicators.earlier.hint')}>
        <Button icon="file" disabled={template.isRunning} onClick={() => void template.start({})}>
          {t('indicators.earlier.template')}
        </Button>
      </PageHeader>
      <IndicatorTabs />
      <JobProgress run={template} />
      {can('reports.prepare') && <TakeIn />}
      <EarlierList />
    </div>
  )
}

function TakeIn() {
  const { t } = useTranslation()
  const number = useNumberText()
  const { door } = useEngine()
  const look = useJob('indicators.previewEarlier')
  const take = useJob('indicators.takeEarlier')
  const [file, setFile] = useState<File | null>(null)
  const [way, setWay] = useState<Way>(null)
  const [pasted, setPasted] = useState('')
  const [source, setSource] = useState('')
  const [proof, setProof] = useState<File | null>(null)
  const seen = file ? look.output : null

  async function lookInto(chosen: File, as: Way) {
    take.clear()
    setFile(chosen)
    setWay(as)
    const [ticket] = await door.takeFiles([chosen])
    if (ticket) await look.start({ file: ticket, way: as })
  }
  async function choose() {
    const chosen = await chooseTable()
    if (chosen) await lookInto(chosen, null)
  }
  async function takeIn() {
    if (!file) return
    const tickets = await door.takeFiles(proof ? [file, proof] : [file])
    const [ticket, proofTicket] = tickets
    if (!ticket) return
    const answer = await take.start({ file: ticket, way, source, proof: proofTicket ?? null })
    if (answer === null) return
    look.clear()
    setFile(null)
    setPasted('')
    setSource('')
    setProof(null)
  }
  const isClear = seen !== null && seen.problemCount === 0 && seen.figureCount > 0
  return (
    <section className="card stack earlier-part" aria-label={t('indicators.earlier.take')}>
      <div className="row">
        <Button
          kind={file ? 'plain' : 'primary'}
          icon="file"
          disabled={look.isRunning || take.isRunning}
          onClick={() => void choose()}
        >
          {t(file ? 'indicators.earlier.chooseOther' : 'indicators.earlier.choose')}
        </Button>
        {file && <span>{file.name}</span>}
      </div>
      <details>
        <summary>{t('indicators.earlier.paste')}</summary>
        <div className="stack">
          <TextArea
            label={t('indicators.earlier.pasted')}
            hint={t('indicators.earlier.pasteHint')}
            rows={5}
            value={pasted}
            onChange={(event) => setPasted(event.target.value)}
          />
          <div>
            <Button
              icon="search"
              disabled={pasted.trim() === '' || look.isRunning}
              onClick={() => void lookInto(fileOf(pasted, t('indicators.earlier.pastedName')), null)}
            >
              {t('indicators.earlier.look')}
            </Button>
          </div>
        </div>
      </details>
      <JobProgress run={look} />
      <JobProgress run={take} />
      {take.output && <Notice text={t('indicators.earlier.taken', { shown: number(take.output.figures) })} />}
      {seen && file && (
        <EarlierFacts seen={seen} way={way} onWay={(as) => void lookInto(file, as)}>
          <TextField
            label={t('indicators.earlier.fields.source')}
            hint={t('indicators.earlier.sourceHint')}
            isRequired
            value={source}
            onChange={(event) => setSource(event.target.value)}
          />
          <Proof proof={proof} onChange={setProof} />
          <div>
            <Button
              kind="primary"
              icon="save"
              disabled={!isClear || source.trim() === '' || take.isRunning}
              onClick={() => void takeIn()}
            >
              {t('indicators.earlier.write', { shown: number(seen.figureCount) })}
            </Button>
          </div>
        </EarlierFacts>
      )}
    </section>
  )
}

/** Cells on the clipboard are parted by tabs, as in any file of text. */
function fileOf(text: string, name: string): File {
  return new File([text], `${name}.csv`, { type: 'text/plain' })
}

type ProofProps = { proof: File | null; onChange: (proof: File | null) => void }

/** The old report itself, as a scan or a file. */
function Proof({ proof, onChange }: ProofProps) {
  const { t } = useTranslation()
  const [refused, setRefused] = useState<string[]>([])
  async function choose() {
    const { ready, refused: unfit } = await readied((await chooseFiles()).slice(0, 1))
    setRefused(unfit)
    onChange(ready[0]?.file ?? proof)
  }
  return (
    <div className="row">
      <Button icon="attach" onClick={() => void choose()}>
        {t('indicators.earlier.attach')}
      </Button>
      {proof && (
        <>
          <span>{proof.name}</span>
          <IconButton
            icon="close"
            label={t('indicators.earlier.leaveOut', { name: proof.name })}
            onClick={() => onChange(null)}
          />
        </>
      )}
      {refused.map((name) => (
        <Notice key={name} icon="warning" text={t('indicators.errors.not_evidence', { name })} />
      ))}
    </div>
  )
}
