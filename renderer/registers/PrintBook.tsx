import { useTranslation } from 'react-i18next'
import { JobProgress } from '../app/JobProgress.tsx'
import { useJob } from '../app/operations.ts'
import { useSavedFile } from '../app/use-saved-file.ts'
import { Menu } from '../ui/Menu.tsx'
import type { Book } from './BookListPage.tsx'

/** The book, or the page that lies open, as a file in its customary layout. */
export function PrintBook({ book, page }: { book: Book; page: number }) {
  const { t } = useTranslation()
  const run = useJob('registers.printBook')
  useSavedFile(run.output?.file, run.clear)
  if (run.isRunning || run.failure) return <JobProgress run={run} />
  const print = (format: 'pdf' | 'xlsx', fromPage: number, toPage: number | null) =>
    void run.start({ bookId: book.id, format, fromPage, toPage })
  return (
    <Menu
      label={t('registers.printing.label')}
      button={t('registers.printing.label')}
      buttonClass="button"
      items={[
        {
          key: 'pdf',
          label: t('registers.printing.pdf'),
          icon: 'print',
          onPick: () => print('pdf', 1, null),
        },
        {
          key: 'page',
          label: t('registers.printing.page', { page }),
          icon: 'print',
          onPick: () => print('pdf', page, page),
        },
        {
          key: 'xlsx',
          label: t('registers.printing.xlsx'),
          icon: 'file',
          onPick: () => print('xlsx', 1, null),
        },
      ]}
    />
  )
}
