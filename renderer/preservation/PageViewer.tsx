import { useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { FileRow } from '../../shared/preservation/contract.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { InlineSelect } from '../ui/InlineSelect.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { Picture } from './Picture.tsx'

/** Widths as shares of the room there is. */
const zooms = [100, 150, 200, 300, 400] as const
const zoomKeys: Record<string, number> = { '+': 1, '=': 1, '-': -1 }

type Props = { files: FileRow[]; start: FileRow; onClose: () => void }

/** Page after page at the size one needs, beside another one where two are to be compared. */
export function PageViewer({ files, start, onClose }: Props) {
  const { t } = useTranslation()
  const number = useNumberText()
  const [at, setAt] = useState(files.findIndex(({ id }) => id === start.id))
  const [zoom, setZoom] = useState(0)
  const [besideId, setBesideId] = useState<number | null>(null)
  const file = files[at] ?? start
  const beside = files.find(({ id }) => id === besideId)
  const move = (step: number) => setAt(Math.max(0, Math.min(files.length - 1, at + step)))
  const zoomBy = (step: number) => setZoom(Math.max(0, Math.min(zooms.length - 1, zoom + step)))
  function onKeyDown(event: KeyboardEvent) {
    const step = zoomKeys[event.key]
    if (event.target instanceof HTMLSelectElement) return
    if (event.key === 'PageDown' || event.key === 'PageUp') {
      event.preventDefault()
      move(event.key === 'PageDown' ? 1 : -1)
    } else if (step !== undefined) zoomBy(step)
  }
  return (
    <Dialog title={file.path} onClose={onClose} isWide className="page-viewer">
      <div className="stack" onKeyDown={onKeyDown}>
        <div className="row">
          <Button icon="back" shortcut="PageUp" disabled={at <= 0} onClick={() => move(-1)}>
            {t('preservation.viewer.previous')}
          </Button>
          <Button
            icon="forward"
            shortcut="PageDown"
            disabled={at >= files.length - 1}
            onClick={() => move(1)}
          >
            {t('preservation.viewer.next')}
          </Button>
          <span className="soft number">
            {t('preservation.viewer.place', { at: number(at + 1), of: number(files.length) })}
          </span>
          <Button disabled={zoom === 0} onClick={() => zoomBy(-1)}>
            {t('preservation.viewer.smaller')}
          </Button>
          <Button icon="search" disabled={zoom === zooms.length - 1} onClick={() => zoomBy(1)}>
            {t('preservation.viewer.larger')}
          </Button>
          <span className="soft number">{`${zooms[zoom] ?? 100} %`}</span>
          <InlineSelect
            label={t('preservation.viewer.beside')}
            value={besideId === null ? '' : String(besideId)}
            options={[
              { value: '', label: t('preservation.viewer.alone') },
              ...files.map(({ id, path }) => ({ value: String(id), label: path })),
            ]}
            onChange={(value) => setBesideId(value === '' ? null : Number(value))}
          />
        </div>
        <div className={`viewer-pages zoom-${zooms[zoom] ?? 100}`}>
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
