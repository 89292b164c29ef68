import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Folder } from '../../shared/preservation/contract.ts'
import { JobProgress } from '../app/JobProgress.tsx'
import { useJob, useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Button } from '../ui/Button.tsx'
import { numberStyle } from '../ui/numbers.ts'
import { formatSize } from '../ui/sizes.ts'
import { useNumberText } from '../ui/use-number-text.ts'
import { FolderStateChip } from './FolderStateChip.tsx'
import { Picture } from './Picture.tsx'

const shownPages = 8

/** One folder of a piece of work, with its first pages, each leading to itself. */
export function JobFolder({ folder }: { folder: Folder }) {
  const { t, i18n } = useTranslation()
  const number = useNumberText()
  const can = useCan()
  const check = useJob('preservation.checkFolder')
  const { id, path, purpose, tally, state } = folder
  const isOurs = check.output === null || check.output.id === id
  return (
    <div className="stack job-folder">
      <div className="row">
        <FolderStateChip folder={folder} />
        <strong>{t(`preservation.purposes.${purpose}`)}</strong>
        <span className="soft file-path">{path}</span>
        <span className="spacer" />
        {can('preservation.write') && (
          <Button
            icon="check"
            disabled={check.isRunning}
            onClick={() => void check.start({ id, isFull: false })}
          >
            {t(state === 'new' ? 'preservation.folder.check' : 'preservation.folder.checkOn')}
          </Button>
        )}
        <Link className="button" to={`/preservation/folders/${id}`}>
          {t('preservation.jobFiles.open')}
        </Link>
      </div>
      {isOurs && <JobProgress run={check} />}
      <p className="soft small">
        {[
          t('preservation.folder.amount', {
            files: number(tally.good + tally.noticed),
            pages: number(tally.pages),
            size: formatSize(tally.bytes, numberStyle(i18n.language)),
          }),
          ...(tally.bad > 0
            ? [t('preservation.outcome.bad', { count: tally.bad, shown: number(tally.bad) })]
            : []),
          ...(tally.gone > 0
            ? [t('preservation.outcome.gone', { count: tally.gone, shown: number(tally.gone) })]
            : []),
        ].join(' · ')}
      </p>
      <Strip folder={folder} />
    </div>
  )
}

function Strip({ folder }: { folder: Folder }) {
  const { t } = useTranslation()
  const { value: files } = useQuery('preservation.files', { folderId: folder.id, limit: shownPages })
  const pages = (files?.rows ?? []).filter(({ state, format }) => state !== 'gone' && format !== 'other')
  if (pages.length === 0 || folder.state === 'new') return null
  return (
    <ul className="page-strip">
      {pages.map(({ id, path }) => (
        <li key={id}>
          <Link to={`/preservation/pages/${id}`} title={path}>
            <span className="visually-hidden">{t('preservation.files.open', { path })} </span>
            <Picture id={id} size="small" label="" />
          </Link>
        </li>
      ))}
    </ul>
  )
}
