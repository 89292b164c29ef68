import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import type { Zoom } from './use-zoom.ts'

type Props = {
  zoom: Zoom
  /** Null where there is no page on that side. */
  onPrevious: (() => void) | null
  onNext: (() => void) | null
}

/** From page to page, and nearer or farther. */
export function PageSteps({ zoom, onPrevious, onNext }: Props) {
  const { t } = useTranslation()
  return (
    <>
      <Button icon="back" shortcut="PageUp" disabled={!onPrevious} onClick={() => onPrevious?.()}>
        {t('preservation.viewer.previous')}
      </Button>
      <Button icon="forward" shortcut="PageDown" disabled={!onNext} onClick={() => onNext?.()}>
        {t('preservation.viewer.next')}
      </Button>
      <Button disabled={zoom.isLeast} onClick={() => zoom.by(-1)}>
        {t('preservation.viewer.smaller')}
      </Button>
      <Button icon="search" disabled={zoom.isMost} onClick={() => zoom.by(1)}>
        {t('preservation.viewer.larger')}
      </Button>
      <span className="soft number">{`${zoom.percent} %`}</span>
    </>
  )
}
