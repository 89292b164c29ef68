import { useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { FileRow } from '../../shared/preservation/contract.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { InlineSelect } from '../ui/InlineSelect.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { PageSteps } from './PageSteps.tsx'
import { Picture } from './Picture.tsx'
import { useZoom } from './use-zoom.ts'

type Props = { files: FileRow[]; start: FileRow; onClose: () => void }

/** Page after page at the size one needs, beside another one where two are to be compared. */
export function PageViewer({ files, start, onClose }: Props) {
  const { t } = useTranslation()
  const number = useNumberText()
  const [at, setAt] = useState(files.findIndex(({ id }) => id === start.id))
  const zoom = useZoom()
  const [besideId, setBesideId] = useState<number | null>(null)
  const file = files[at] ?? start
  const beside = files.find(({ id }) => id === besideId)
  const move = (step: number) => setAt(Math.max(0, Math.min(files.length - 1, at + step)))
  function onKeyDown(event: KeyboardEvent) {
    if (event.target instanceof HTMLSelectElement) return
    if (event.key === 'PageDown' || event.key === 'PageUp') {
      event.preventDefault()
      move(event.key === 'PageDown' ? 1 : -1)
    } else zoom.onKey(event)
  }
  return (
    <Dialog title={file.path} onClose={onClose} isWide hasKeys className="page-viewer">
      <div className="stack" onKeyDown={onKeyDown}>
        <div className="row">
          <PageSteps
            zoom={zoom}
            onPrevious={at <= 0 ? null : () => move(-1)}
            onNext={at >= files.length - 1 ? null : () => move(1)}
          />
          <span className="soft number">
            {t('preservation.viewer.place', { at: number(at + 1), of: number(files.length) })}
          </span>
          <InlineSelect
            label={t('preservation.viewer.beside')}
            value={besideId === null ? '' : String(besideId)}
            options={[
              { value: '', label: t('preservation.viewer.alone') },
              ...files.map(({ id, path }) => ({ value: String(id), label: path })),
            ]}
            onChange={(value) => setBesideId(value === '' ? null : Number(value))}
          />
          <Link className="button" to={`/preservation/pages/${file.id}`}>
            {t('preservation.viewer.text')}
          </Link>
        </div>
        <div className={`viewer-pages zoom-${zoom.percent}`}>
          {[file, ...(beside ? [beside] : [])].map((each, place) => (
            // Pages are scrolled by the keyboard, so each takes the focus.
            <figure key={`${place}-${each.id}`} tabIndex={0} aria-label={each.path}>
              <Picture id={each.id} size="large" label={each.path} />
            </figure>
          ))}
        </div>
      </div>
    </Dialog>
  )
}
