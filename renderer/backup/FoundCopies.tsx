import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { displayInstant } from '../../shared/dates.ts'
import { useQuery } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { numberStyle } from '../ui/numbers.ts'
import { formatSize } from '../ui/sizes.ts'
import { TextField } from '../ui/TextField.tsx'

type Props = { chosen: string; onChoose: (path: string) => void }

/** Copies in a folder of this PC, a stick or an old disk. */
export function FoundCopies({ chosen, onChoose }: Props) {
  const { t, i18n } = useTranslation()
  const [typed, setTyped] = useState('')
  const [folder, setFolder] = useState('')
  const found = useQuery('backup.found', { folder })
  const style = numberStyle(i18n.language)
  const copies = found.failure ? [] : (found.value?.copies ?? [])

  // The newest that was proven is the one to begin with.
  const offered = copies.find(({ provenAt }) => provenAt !== null)?.path ?? ''
  useEffect(() => {
    if (chosen === '' && offered !== '') onChoose(offered)
  }, [chosen, offered, onChoose])

  function look() {
    setFolder(typed.trim())
    onChoose('')
  }
  return (
    <fieldset className="stack found-copies">
      <legend>{t('backup.restore.choose')}</legend>
      <div className="row folder">
        <TextField
          label={t('backup.restore.folder')}
          hint={t('backup.restore.folderHint')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            look()
          }}
        />
        <Button icon="search" onClick={look}>
          {t('backup.restore.look')}
        </Button>
      </div>
      <Failure of={found.failure} />
      {found.value && copies.length === 0 && <p className="soft">{t('backup.restore.none')}</p>}
      <div className="found">
        {copies.map(({ path, fileName, size, changedAt, hasFiles, isEncrypted, provenAt, folder: at }) => (
          <label key={path} className="check">
            <input type="radio" name="copy" checked={chosen === path} onChange={() => onChoose(path)} />
            <span>
              {fileName}
              <span className="soft small">
                {' · '}
                {displayInstant(changedAt)} · {formatSize(size, style)}
                {provenAt && ` · ${t('backup.list.isProven')}`}
                {hasFiles && ` · ${t('backup.restore.withFiles')}`}
                {folder === '' && ` · ${at}`}
                {isEncrypted && ` · ${t('backup.list.isEncrypted')}`}
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
