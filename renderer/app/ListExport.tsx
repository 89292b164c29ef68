import { useTranslation } from 'react-i18next'
import type { FileTicket } from '../../shared/door.ts'
import { Icon } from '../ui/icons.tsx'
import { Menu } from '../ui/Menu.tsx'
import { JobProgress } from './JobProgress.tsx'
import { useSavedFile } from './use-saved-file.ts'

type Props = {
  run: Parameters<typeof JobProgress>[0]['run'] & {
    output: { file: FileTicket } | null | undefined
    clear: () => void
  }
  onStart: (format: 'xlsx' | 'csv') => void
}

/** What a list shows, as a file to go on with elsewhere. */
export function ListExport({ run, onStart }: Props) {
  const { t } = useTranslation()
  useSavedFile(run.output?.file, run.clear)
  return (
    <>
      <JobProgress run={run} />
      <Menu
        label={t('common.list.export')}
        buttonClass="button"
        button={
          <>
            {t('common.list.export')}
            <Icon name="down" />
          </>
        }
        items={[
          { key: 'xlsx', label: t('common.list.xlsx'), onPick: () => onStart('xlsx') },
          { key: 'csv', label: t('common.list.csv'), onPick: () => onStart('csv') },
        ]}
      />
    </>
  )
}
