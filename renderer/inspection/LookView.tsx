import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InspectedPage } from '../../shared/inspection/contract.ts'
import { Picture } from '../preservation/index.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/icons.tsx'
import { useShortcut } from '../ui/keys.ts'
import { useNumberText } from '../ui/use-number-text.ts'

const zooms = [100, 150, 200, 300, 400] as const

/** The page as large as one needs; without a file, where it is to be found. */
export function LookView({ page }: { page: InspectedPage }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const [zoom, setZoom] = useState(0)
  const zoomBy = (step: number) => setZoom((at) => Math.max(0, Math.min(zooms.length - 1, at + step)))
  const isShown = page.fileId !== null
  useShortcut('=', () => zoomBy(1), isShown)
  useShortcut('-', () => zoomBy(-1), isShown)
  if (page.fileId === null)
    return (
      <div className="look-none">
        <Icon name="file" />
        <p className="large">{t('inspection.look.find', { page: number(page.page) })}</p>
        <p>
          {page.code} · {page.title} {page.accessionNumber}
        </p>
        <p className="soft">{t('inspection.look.noFile')}</p>
      </div>
    )
  return (
    <div className="look-view">
      <div className="row">
        <span className="spacer file-path">{page.path}</span>
        <Button shortcut="-" disabled={zoom === 0} onClick={() => zoomBy(-1)}>
          {t('preservation.viewer.smaller')}
        </Button>
        <Button icon="search" shortcut="=" disabled={zoom === zooms.length - 1} onClick={() => zoomBy(1)}>
          {t('preservation.viewer.larger')}
        </Button>
        <span className="soft number">{`${zooms[zoom] ?? 100} %`}</span>
      </div>
      <div className={`viewer-pages zoom-${zooms[zoom] ?? 100}`}>
        <figure tabIndex={0} aria-label={t('inspection.look.picture', { page: number(page.page) })}>
          <Picture id={page.fileId} size="large" label={page.path} />
        </figure>
      </div>
    </div>
  )
}
