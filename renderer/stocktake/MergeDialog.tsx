import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FileTicket } from '../../shared/door.ts'
import type { Stocktake } from '../../shared/stocktake/contract.ts'
import { useEngine } from '../app/engine.tsx'
import { JobProgress } from '../app/JobProgress.tsx'
import { useJob } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Notice } from '../ui/Notice.tsx'
import { PropertyList } from '../ui/PropertyList.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { DeskPlace, type StatedPlace } from './DeskPlace.tsx'

const accepted = '.json,.txt,.csv'
const figures = ['lines', 'added', 'known', 'doubles', 'repaired', 'unknown', 'undone'] as const

/** A file of scans comes in: which, from whom, and where it was made if it does not say so itself. */
export function MergeDialog({ stocktake, onClose }: { stocktake: Stocktake; onClose: () => void }) {
  const { t } = useTranslation()
  const { door } = useEngine()
  const number = useNumberText()
  const merge = useJob('stocktake.mergeFile')
  const [file, setFile] = useState<FileTicket | null>(null)
  const [label, setLabel] = useState('')
  const [isTakenOver, setTakenOver] = useState(false)
  const [place, setPlace] = useState<StatedPlace>({
    siteId: stocktake.siteId,
    storeId: stocktake.storeId,
    shelf: '',
  })
  const isSatellite = file?.name.toLowerCase().endsWith('.json') === true
  const isOfOther = merge.failure?.code === 'other_stocktake'
  const result = merge.output
  async function pick() {
    const picked = await door.pickFile(accepted)
    if (!picked) return
    merge.clear()
    setTakenOver(false)
    setFile(picked)
  }
  function start() {
    if (file) void merge.start({ id: stocktake.id, file, label, isTakenOver, ...(isSatellite ? {} : place) })
  }
  return (
    <Dialog
      title={t('stocktake.merge.title')}
      onClose={() => {
        merge.clear()
        onClose()
      }}
      isWide
      actions={
        !merge.isRunning && (
          <>
            {!result && (
              <Button kind="primary" disabled={!file || (isOfOther && !isTakenOver)} onClick={start}>
                {t('stocktake.merge.submit')}
              </Button>
            )}
            <Button kind={result ? 'primary' : 'plain'} onClick={() => void pick()} icon="file">
              {t(file ? 'stocktake.merge.pickAnother' : 'stocktake.merge.pick')}
            </Button>
          </>
        )
      }
    >
      <div className="stack">
        <p className="soft">{t('stocktake.merge.hint')}</p>
        {file && <p className="large">{file.name}</p>}
        {file && !result && (
          <>
            <TextField
              label={t('stocktake.merge.label')}
              hint={t('stocktake.merge.labelHint')}
              value={label}
              maxLength={200}
              onChange={(event) => setLabel(event.target.value)}
            />
            {!isSatellite && (
              <DeskPlace
                stocktake={stocktake}
                place={place}
                onChange={setPlace}
                onDone={() => undefined}
                isOfFile
              />
            )}
            {(isOfOther || isTakenOver) && (
              <label className="check">
                <input
                  type="checkbox"
                  checked={isTakenOver}
                  onChange={(event) => setTakenOver(event.target.checked)}
                />
                {t('stocktake.merge.takeOver')}
              </label>
            )}
          </>
        )}
        <JobProgress run={merge} />
        {result && (
          <>
            <Notice
              icon="check"
              text={t(result.added === 0 ? 'stocktake.merge.nothingNew' : 'stocktake.merge.done', {
                shown: number(result.added),
              })}
            />
            <PropertyList
              properties={figures.map((key) => ({
                key,
                label: t(`stocktake.sources.${key}`),
                value: number(result[key]),
              }))}
            />
          </>
        )}
      </div>
    </Dialog>
  )
}
