import { useEffect, useEffectEvent, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { labelsPerPage, nextPlace } from '../../shared/labels/rules.ts'
import { JobProgress } from '../app/JobProgress.tsx'
import { useCommand, useJob, useQuery } from '../app/operations.ts'
import type { Output } from '../app/operation-types.ts'
import { useSavedFile } from '../app/use-saved-file.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { LabelTabs } from './LabelTabs.tsx'
import { LayoutFields } from './LayoutFields.tsx'
import { PrintPreview } from './PrintPreview.tsx'
import { SheetPicture } from './SheetPicture.tsx'
import { SourceFields } from './SourceFields.tsx'
import { useRun, type Choose, type Layout } from './use-run.ts'

/** Labels: of which copies, in which look, on which stock; what comes of it is seen before it is printed. */
export function PrintPage() {
  const { t } = useTranslation()
  const number = useNumberText()
  const { wanted, change, layout, choose, run } = useRun()
  const [isLeavingOut, setLeavingOut] = useState(false)
  const nothing = { source: { by: 'unlabelled' as const }, templateId: 1, sheetId: 1 }
  const asked = useQuery('labels.preview', run ?? nothing, { isActive: run !== null, keepsPrevious: true })
  const isNothing = asked.failure?.code === 'nothing_to_print'
  const preview = run && !asked.failure ? asked.value : undefined
  const print = useJob('labels.print')
  usePrinted(print.output, { layout, choose })
  useSavedFile(print.output?.file, print.clear)
  const labels = preview?.labels ?? 0
  const isBlocked =
    run === null || labels === 0 || print.isRunning || ((preview?.problemCount ?? 0) > 0 && !isLeavingOut)

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (run && !isBlocked) await print.start({ ...run, isLeavingOut })
  }
  return (
    <div className="page filled">
      <PageHeader title={t('labels.print.title')} hint={t('labels.print.hint')} />
      <LabelTabs />
      <form
        className="label-print"
        aria-label={t('labels.print.title')}
        onSubmit={(event) => void submit(event)}
      >
        <div className="label-form">
          <div className="label-fields">
            <SourceFields wanted={wanted} onChange={change} />
            <LayoutFields layout={layout} choose={choose} />
          </div>
          <div className="actions">
            <Button kind="primary" type="submit" icon="print" disabled={isBlocked}>
              {t('labels.print.submit', { count: labels, shown: number(labels) })}
            </Button>
          </div>
        </div>
        <section className="label-preview" tabIndex={0} aria-label={t('labels.preview.title')}>
          <JobProgress run={print} />
          {run !== null && isNothing ? (
            <p className="soft">{t(`labels.preview.nothing.${wanted.by}`)}</p>
          ) : (
            <>
              <Failure of={run && asked.failure} />
              {!(run && asked.failure) && (
                <PrintPreview
                  preview={preview}
                  isCards={wanted.by === 'cards'}
                  isLeavingOut={isLeavingOut}
                  onLeaveOut={setLeavingOut}
                />
              )}
            </>
          )}
          <FirstSheet layout={layout} choose={choose} labels={labels} />
        </section>
      </form>
    </div>
  )
}

/** Where the labels will be on the first sheet; a click says which place of it is still free. */
function FirstSheet({ layout, choose, labels }: { layout: Layout; choose: Choose; labels: number }) {
  const { t } = useTranslation()
  const { sheet, startAt } = layout
  if (!sheet || labelsPerPage(sheet) === 1) return null
  return (
    <section className="stack tight">
      <h2>{t('labels.print.firstSheet')}</h2>
      <p className="soft small">{t('labels.print.sheetPicture')}</p>
      <SheetPicture
        sheet={sheet}
        label={t('labels.print.firstSheet')}
        startAt={startAt}
        count={labels}
        onPick={choose.startAt}
        nameOf={(place) => t('labels.print.place', { place })}
      />
    </section>
  )
}

/** After a run its copies count as labelled, and the next one begins where it ended. */
function usePrinted(
  output: Output<'labels.print'> | null,
  { layout: { sheet, startAt }, choose }: { layout: Layout; choose: Choose },
) {
  const { t } = useTranslation()
  const toast = useToast()
  const number = useNumberText()
  const forget = useCommand('labels.forgetBatch')
  const show = useEffectEvent(({ batchId, labels }: Output<'labels.print'>) => {
    if (sheet) choose.startAt(nextPlace(labels, { startAt, perPage: labelsPerPage(sheet) }))
    if (batchId === null) return
    toast({
      text: t('labels.print.done', { count: labels, shown: number(labels) }),
      onUndo: async () => {
        const answer = await forget.run({ id: batchId })
        if (answer.ok) toast({ text: t('labels.print.undone') })
        choose.startAt(startAt)
      },
    })
  })
  useEffect(() => {
    if (output) show(output)
  }, [output])
}
