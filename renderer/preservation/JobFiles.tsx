import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { FinishReadJob } from '../digitization/index.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { FolderDialog } from './FolderDialog.tsx'
import { JobFolder } from './JobFolder.tsx'

/** On the page of a job, its folders: how they stand, their first pages, and the ways to them. */
export function JobFiles({ id }: { id: number }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const can = useCan()
  const [isLinking, setLinking] = useState(false)
  const { value: found, failure } = useQuery('preservation.folders', { jobId: id })
  const texts = useQuery('preservation.jobTexts', { jobId: id }).value
  const job = useQuery('digitization.job', { id }).value
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
          <Button does="preservation.linkFolder" icon="add" onClick={() => setLinking(true)}>
            {t('preservation.folders.add')}
          </Button>
        )}
      </div>
      <Failure of={failure} />
      {found && folders.length === 0 && <p className="soft">{t('preservation.jobFiles.empty')}</p>}
      {isRead && job && (
        <FinishReadJob
          job={job}
          text={t('preservation.jobFiles.allRead', { count: texts.pages, shown: number(texts.pages) })}
        />
      )}
      {folders.map((folder) => (
        <JobFolder key={folder.id} folder={folder} />
      ))}
      {isLinking && job && <FolderDialog job={job} onClose={() => setLinking(false)} />}
    </section>
  )
}
