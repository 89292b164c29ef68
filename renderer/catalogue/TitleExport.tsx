import { useTranslation } from 'react-i18next'
import type { Selection } from '../../shared/catalogue/contract.ts'
import { JobProgress } from '../app/JobProgress.tsx'
import { useJob } from '../app/operations.ts'
import { useSavedFile } from '../app/use-saved-file.ts'
import { Icon } from '../ui/icons.tsx'
import { Menu } from '../ui/Menu.tsx'

/** Writes the chosen titles, or the whole list, into a file; `progress` says how far it is. */
export function useTitleExport(selection: Selection, isSome: boolean) {
  const { t } = useTranslation()
  const run = useJob('catalogue.exportList')
  useSavedFile(run.output?.file, run.clear)
  const start = (format: 'xlsx' | 'csv') => () => void run.start({ selection, format })
  return {
    menu: (
      <Menu
        label={t(isSome ? 'catalogue.export.some' : 'catalogue.export.all')}
        buttonClass="button"
        button={
          <>
            {t(isSome ? 'catalogue.export.some' : 'catalogue.export.all')}
            <Icon name="down" />
          </>
        }
        items={[
          { key: 'xlsx', label: t('catalogue.export.xlsx'), onPick: start('xlsx') },
          { key: 'csv', label: t('catalogue.export.csv'), onPick: start('csv') },
        ]}
      />
    ),
    progress: <JobProgress run={run} />,
  }
}
