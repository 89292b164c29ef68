import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { FolderDialog } from './FolderDialog.tsx'
import { JobFolder } from './JobFolder.tsx'

type Props = {
  job: { id: number; titleId: number; title: string }
  /** What may be done once every page has its text. */
  whenRead: ReactNode
}

/** The folders of a piece of work: how they stand, their first pages, and the ways to them. */
export function JobFiles(props: Props) {
  const can = useCan()
  return can('preservation.read') ? <Linked {...props} /> : null
}

function Linked({ job, whenRead }: Props) {
  const { t } = useTranslation()
  const number = useNumberText()
  const can = useCan()
  const [isLinking, setLinking] = useState(false)
  const { value: found, failure } = useQuery('preservation.folders', { jobId: job.id })
  const texts = useQuery('preservation.jobTexts', { jobId: job.id }).value
  const folders = found?.rows ?? []
  const isRead = texts !== undefined && texts.pages > 0 && texts.withText === texts.pages
  return (
    <section className="card stack rights-card" aria-label={t('preservation.jobFiles.title')}>
      <div className="row">
        <h2>{t('preservation.jobFiles.title')}</h2>
        {texts && texts.pages > 0 && (
          <span className="soft">
            {t('preservation.folder.texts', { withText: number(texts.withText), pages: number(texts.pages) })}
          </span>
        )}
        <span className="spacer" />
        {can('preservation.write') && (
          <Button icon="add" onClick={() => setLinking(true)}>
            {t('preservation.folders.add')}
          </Button>
        )}
      </div>
      <Failure of={failure} />
      {found && folders.length === 0 && <p className="soft">{t('preservation.jobFiles.empty')}</p>}
      {isRead && whenRead && (
        <Notice
          icon="check"
          text={t('preservation.jobFiles.allRead', { count: texts.pages, shown: number(texts.pages) })}
        >
          {whenRead}
        </Notice>
      )}
      {folders.map((folder) => (
        <JobFolder key={folder.id} folder={folder} />
      ))}
      {isLinking && <FolderDialog job={job} onClose={() => setLinking(false)} />}
    </section>
  )
}
