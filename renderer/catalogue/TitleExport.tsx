import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Selection } from '../../shared/catalogue/contract.ts'
import { JobProgress } from '../app/JobProgress.tsx'
import { useJob } from '../app/operations.ts'
import { useSavedFile } from '../app/use-saved-file.ts'
import { ExportDialog } from '../interchange/index.ts'
import { Icon } from '../ui/icons.tsx'
import { Menu } from '../ui/Menu.tsx'
import { useNumberText } from '../ui/use-number-text.ts'

type Props = {
  /** The chosen titles, or the whole list where none is chosen. */
  selection: Selection
  /** How many are chosen; none means all that the list shows. */
  chosen: number
  found: { count: number; isExact: boolean } | undefined
}

/** Writes the chosen titles, or the whole list, into a file; `progress` says how far it is. */
export function useTitleExport({ selection, chosen, found }: Props) {
  const { t } = useTranslation()
  const number = useNumberText()
  const run = useJob('catalogue.exportList')
  // What was meant when the dialog opened: the list goes on living behind it.
  const [records, setRecords] = useState<{ selection: Selection; what: string } | null>(null)
  useSavedFile(run.output?.file, run.clear)
  const start = (format: 'xlsx' | 'csv') => () => void run.start({ selection, format })
  const label = t(chosen > 0 ? 'catalogue.export.some' : 'catalogue.export.all')
  const all = found?.isExact === false ? 'catalogue.export.whatAbout' : 'catalogue.export.whatAll'
  const what = t(chosen > 0 ? 'catalogue.export.whatSome' : all, {
    shown: number(chosen || (found?.count ?? 0)),
  })
  return {
    menu: (
      <Menu
        label={label}
        buttonClass="button"
        button={
          <>
            {label}
            <Icon name="down" />
          </>
        }
        items={[
          { key: 'xlsx', label: t('catalogue.export.xlsx'), onPick: start('xlsx') },
          { key: 'csv', label: t('catalogue.export.csv'), onPick: start('csv') },
          { key: 'line', isLine: true },
          {
            key: 'records',
            label: t('catalogue.export.records'),
            onPick: () => setRecords({ selection, what }),
          },
        ]}
      />
    ),
    progress: (
      <>
        <JobProgress run={run} />
        {records && <ExportDialog {...records} onClose={() => setRecords(null)} />}
      </>
    ),
  }
}
