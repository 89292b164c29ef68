import { useTranslation } from 'react-i18next'
import { JobProgress } from '../app/JobProgress.tsx'
import { useJob } from '../app/operations.ts'
import { useSavedFile } from '../app/use-saved-file.ts'
import { Menu } from '../ui/Menu.tsx'

type Props = {
  asked: { code: string; period: string; text: string; measure: string | null }
  isIdle: boolean
}

/** The rows as they are shown, as a file to look through elsewhere. */
export function RowExport({ asked, isIdle }: Props) {
  const { t } = useTranslation()
  const run = useJob('indicators.exportRows')
  useSavedFile(run.output?.file, run.clear)
  if (run.isRunning || run.failure) return <JobProgress run={run} />
  if (isIdle) return null
  return (
    <Menu
      label={t('copies.exporting.label')}
      button={t('copies.exporting.label')}
      buttonClass="button"
      items={(['xlsx', 'csv'] as const).map((format) => ({
        key: format,
        label: t(`copies.exporting.${format}`),
        icon: 'file',
        onPick: () => void run.start({ ...asked, format }),
      }))}
    />
  )
}
