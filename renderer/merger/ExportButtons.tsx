import { useTranslation } from 'react-i18next'
import type { FormerCopyFilters } from '../../shared/merger/contract.ts'
import { JobProgress } from '../app/JobProgress.tsx'
import { useJob } from '../app/operations.ts'
import { useSavedFile } from '../app/use-saved-file.ts'
import { Button } from '../ui/Button.tsx'

type Props = { input: { mergerId: number; list: 'titles' | 'copies'; filters?: FormerCopyFilters } }

export function ExportButtons({ input }: Props) {
  const { t } = useTranslation()
  const run = useJob('merger.exportList')
  useSavedFile(run.output?.file, run.clear)
  return (
    <>
      {(['xlsx', 'csv'] as const).map((format) => (
        <Button
          key={format}
          icon="file"
          disabled={run.isRunning}
          onClick={() => void run.start({ ...input, format })}
        >
          {t(`merger.export.${format}`)}
        </Button>
      ))}
      <JobProgress run={run} />
    </>
  )
}
