import { useTranslation } from 'react-i18next'
import type { ListToExport } from '../../shared/association/contract.ts'
import { JobProgress } from '../app/JobProgress.tsx'
import { useJob } from '../app/operations.ts'
import { useSavedFile } from '../app/use-saved-file.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/icons.tsx'
import { Menu } from '../ui/Menu.tsx'

/** What a list shows, as a file or on paper. */
export function ListExport({ what }: { what: ListToExport }) {
  const { t } = useTranslation()
  const run = useJob('association.exportList')
  useSavedFile(run.output?.file, run.clear)
  const start = (format: 'xlsx' | 'csv') => () => void run.start({ what, format })
  return (
    <>
      <JobProgress run={run} />
      <Menu
        label={t('association.export.open')}
        buttonClass="button"
        button={
          <>
            {t('association.export.open')}
            <Icon name="down" />
          </>
        }
        items={[
          { key: 'xlsx', label: t('association.export.xlsx'), onPick: start('xlsx') },
          { key: 'csv', label: t('association.export.csv'), onPick: start('csv') },
        ]}
      />
      <Button icon="print" onClick={() => window.print()}>
        {t('association.export.print')}
      </Button>
    </>
  )
}
