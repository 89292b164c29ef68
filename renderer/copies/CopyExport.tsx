import { useTranslation } from 'react-i18next'
import type { CopyFilters, copySorts } from '../../shared/copies/contract.ts'
import { JobProgress } from '../app/JobProgress.tsx'
import { useJob } from '../app/operations.ts'
import { useSavedFile } from '../app/use-saved-file.ts'
import { Menu } from '../ui/Menu.tsx'

type Props = { filters: CopyFilters; sort: (typeof copySorts)[number]; isIdle: boolean }

/** The list as it is narrowed and ordered, as a file. */
export function CopyExport({ filters, sort, isIdle }: Props) {
  const { t } = useTranslation()
  const run = useJob('copies.exportCopies')
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
        onPick: () => void run.start({ filters, sort, format }),
      }))}
    />
  )
}
