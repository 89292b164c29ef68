import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Icon } from '../ui/icons.tsx'
import { useNumberText } from '../ui/use-number-text.ts'

type Props = {
  start: string
  onChoose: (path: string) => void
  /** Who asks: each has people of its own who may look at folders. */
  places?: 'backup.folders' | 'preservation.places' | 'sync.places'
}

/** Folders of this PC and of what is attached to it: one is opened by its name, and taken by the button below. */
export function FolderChooser({ start, onChoose, places = 'preservation.places' }: Props) {
  const { t } = useTranslation()
  const number = useNumberText()
  const [path, setPath] = useState<string | null>(start === '' ? null : start)
  const { value, failure } = useQuery(places, { path }, { keepsPrevious: true })
  return (
    <section className="folder-chooser" aria-label={t('preservation.chooser.title')}>
      <p className="small strong">{path ?? t('preservation.chooser.beginnings')}</p>
      <Failure of={failure} />
      <ul>
        {path !== null && (
          <li>
            <button type="button" onClick={() => setPath(value?.above ?? null)}>
              <Icon name="back" />
              {t('preservation.chooser.above')}
            </button>
          </li>
        )}
        {(failure ? [] : (value?.folders ?? [])).map((folder) => (
          <li key={folder.path}>
            <button type="button" onClick={() => setPath(folder.path)}>
              <Icon name="forward" />
              {folder.name}
            </button>
          </li>
        ))}
      </ul>
      {path !== null && !failure && (
        <div className="row">
          <Button icon="check" onClick={() => onChoose(path)}>
            {t('preservation.chooser.take')}
          </Button>
          <span className="soft small">
            {t('preservation.chooser.files', { count: value?.files ?? 0, shown: number(value?.files ?? 0) })}
          </span>
        </div>
      )}
    </section>
  )
}
