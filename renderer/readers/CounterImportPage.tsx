import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEngine } from '../app/engine.tsx'
import { JobProgress } from '../app/JobProgress.tsx'
import { useJob } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Button } from '../ui/Button.tsx'
import { InlineSelect } from '../ui/InlineSelect.tsx'
import { Notice } from '../ui/Notice.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { chooseTable } from '../app/choose-table.ts'
import { CounterTabs } from './CounterTabs.tsx'
import { ImportFacts } from './ImportFacts.tsx'
import { ImportList } from './ImportList.tsx'
import { useCountingSite } from './use-counting-site.ts'

/** Counts of many days from a spreadsheet: looked into, written, and taken back where it was the wrong one. */
export function CounterImportPage() {
  const { t } = useTranslation()
  const number = useNumberText()
  const can = useCan()
  const { door } = useEngine()
  const { siteId, setSiteId, options } = useCountingSite()
  const look = useJob('readers.previewCounters')
  const write = useJob('readers.importCounters')
  const [file, setFile] = useState<File | null>(null)
  const [withUnusual, setWithUnusual] = useState(false)
  const seen = file ? look.output : null
  const cells = seen ? seen.added + seen.overwritten : 0
  const isClear = seen !== null && seen.problemCount === 0 && (seen.unusual.length === 0 || withUnusual)

  async function lookInto(chosen: File, place: number) {
    write.clear()
    setWithUnusual(false)
    setFile(chosen)
    const [ticket] = await door.takeFiles([chosen])
    if (ticket) await look.start({ file: ticket, siteId: place })
  }
  async function choose() {
    const chosen = await chooseTable()
    if (chosen && siteId !== null) await lookInto(chosen, siteId)
  }
  async function takeIn() {
    if (!file || siteId === null) return
    const [ticket] = await door.takeFiles([file])
    if (!ticket) return
    look.clear()
    setFile(null)
    await write.start({ file: ticket, siteId, withUnusual })
  }
  return (
    <div className="page">
      <PageHeader title={t('readers.import.title')} hint={t('readers.import.hint')} />
      <CounterTabs />
      {can('counters.write') && (
        <div className="row">
          <InlineSelect
            label={t('readers.counters.site')}
            value={String(siteId ?? '')}
            options={options}
            onChange={(value) => {
              setSiteId(Number(value))
              if (file) void lookInto(file, Number(value))
            }}
          />
          <Button
            kind={file ? 'plain' : 'primary'}
            icon="file"
            disabled={siteId === null || look.isRunning || write.isRunning}
            onClick={() => void choose()}
          >
            {t(file ? 'readers.import.chooseOther' : 'readers.import.choose')}
          </Button>
          {file && <span>{file.name}</span>}
        </div>
      )}
      <JobProgress run={look} />
      <JobProgress run={write} />
      {write.output && <Notice text={t('readers.import.done', { shown: number(write.output.cells) })} />}
      {seen && (
        <ImportFacts seen={seen} withUnusual={withUnusual} onUnusual={setWithUnusual}>
          {cells === 0 ? (
            <p>{t('readers.import.nothing')}</p>
          ) : (
            <Button
              kind="primary"
              icon="save"
              disabled={!isClear || write.isRunning}
              onClick={() => void takeIn()}
            >
              {t('readers.import.write', { shown: number(cells) })}
            </Button>
          )}
        </ImportFacts>
      )}
      <ImportList />
    </div>
  )
}
