import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { JobProgress } from '../app/JobProgress.tsx'
import { useJob, useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { numberStyle } from '../ui/numbers.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { formatSize } from '../ui/sizes.ts'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { CheckOutcome } from './CheckOutcome.tsx'
import { FileList } from './FileList.tsx'
import { FolderDialog } from './FolderDialog.tsx'
import { FolderNews } from './FolderNews.tsx'
import { FolderFacts } from './FolderFacts.tsx'
import { FolderMenu, type FolderAct } from './FolderMenu.tsx'
import { MakePackageDialog } from './MakePackageDialog.tsx'
import { ReadOutcome } from './ReadOutcome.tsx'
import { ReadTextsDialog } from './ReadTextsDialog.tsx'
import { UnlinkDialog } from './UnlinkDialog.tsx'

/** A folder of files: checked, looked at page by page, and told apart by what is wrong with each. */
export function FolderPage() {
  const { t, i18n } = useTranslation()
  const id = Number(useParams()['id'])
  const can = useCan()
  const navigate = useNavigate()
  const toast = useToast()
  const { value: folder, failure } = useQuery('preservation.folder', { id })
  const check = useJob('preservation.checkFolder')
  const reading = useJob('preservation.readTexts')
  const [open, setOpen] = useState<Exclude<FolderAct, 'full'> | null>(null)
  const mayWrite = can('preservation.write')
  const style = numberStyle(i18n.language)
  const number = useNumberText()
  const start = (isFull: boolean) => void check.start({ id, isFull })
  if (!folder)
    return (
      <div className="page">
        <Failure of={failure} />
      </div>
    )
  function unlinked(files: number) {
    toast({ text: t('preservation.unlink.done', { count: files }) })
    void navigate('/preservation')
  }
  return (
    <div className="page filled files-page">
      <PageHeader
        title={t('preservation.folder.title', { title: folder.title })}
        hint={folder.path}
        back={{ to: '/preservation', label: t('preservation.folders.title') }}
      >
        {mayWrite && (
          <Button kind="primary" icon="check" disabled={check.isRunning} onClick={() => start(false)}>
            {t(folder.state === 'new' ? 'preservation.folder.check' : 'preservation.folder.checkOn')}
          </Button>
        )}
        <FolderMenu id={id} onPick={(act) => (act === 'full' ? start(true) : setOpen(act))} />
      </PageHeader>
      <JobProgress
        run={check}
        amount={({ done, total }) =>
          total === null
            ? t('preservation.folder.listing', { count: done })
            : t('preservation.folder.read', {
                done: formatSize(done, style),
                total: formatSize(total, style),
              })
        }
      />
      <JobProgress
        run={reading}
        amount={({ done, total }) =>
          t('preservation.readForm.reading', { done: number(done), total: number(total ?? 0) })
        }
      />
      {reading.output?.folderId === id && (
        <ReadOutcome outcome={reading.output} folder={folder} onClose={reading.clear} />
      )}
      {check.output?.id === id && <CheckOutcome outcome={check.output} onClose={check.clear} />}
      {!check.isRunning && folder.state !== 'new' && <FolderNews id={id} />}
      <FolderFacts folder={folder} />
      <FileList folder={folder} />
      {open === 'read' && (
        <ReadTextsDialog
          folder={folder}
          onClose={() => setOpen(null)}
          onStart={(asked) => void reading.start({ folderId: id, ...asked })}
        />
      )}
      {open === 'pack' && <MakePackageDialog folder={folder} onClose={() => setOpen(null)} />}
      {open === 'edit' && <FolderDialog folder={folder} onClose={() => setOpen(null)} />}
      {open === 'unlink' && <UnlinkDialog folder={folder} onClose={() => setOpen(null)} onDone={unlinked} />}
    </div>
  )
}
