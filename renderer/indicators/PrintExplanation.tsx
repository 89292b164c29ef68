import { useTranslation } from 'react-i18next'
import { JobProgress } from '../app/JobProgress.tsx'
import { useJob } from '../app/operations.ts'
import { useSavedFile } from '../app/use-saved-file.ts'
import { Menu } from '../ui/Menu.tsx'

/** The whole explanation of a figure, to go along with a report. */
export function PrintExplanation(asked: { code: string; period: string }) {
  const { t } = useTranslation()
  const run = useJob('indicators.printExplanation')
  useSavedFile(run.output?.file, run.clear)
  if (run.isRunning || run.failure) return <JobProgress run={run} />
  return (
    <Menu
      label={t('indicators.explain.print')}
      button={t('indicators.explain.print')}
      buttonClass="button"
      items={(['docx', 'pdf'] as const).map((format) => ({
        key: format,
        label: t(`indicators.explain.formats.${format}`),
        icon: 'file',
        onPick: () => void run.start({ ...asked, format }),
      }))}
    />
  )
}
