import { useTranslation } from 'react-i18next'
import type { Output } from '../app/operation-types.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useNumberText } from '../ui/use-number-text.ts'

type Props = {
  preview: Output<'inspection.previewSample'>
  isFollowing: boolean
  onFollow: (id: number) => void
}

/** What would be drawn, in numbers, and what of the lot nobody can draw from. */
export function DrawPreview({ preview, isFollowing, onFollow }: Props) {
  const { t } = useTranslation()
  const number = useNumberText()
  const { jobs, withFiles, uncounted, population, size, earlier, acceptance } = preview
  return (
    <>
      {population === 0 ? (
        <Notice icon="warning" text={t('inspection.draw.nothing')} />
      ) : (
        <Notice
          icon="info"
          text={t('inspection.draw.would', {
            size: number(size),
            population: number(population),
            jobs: number(jobs),
            withFiles: number(withFiles),
          })}
        />
      )}
      {uncounted > 0 && (
        <Notice
          icon="warning"
          text={t('inspection.draw.uncounted', { count: uncounted, shown: number(uncounted) })}
        />
      )}
      {acceptance.critical === 0 && <p className="soft">{t('inspection.draw.critical')}</p>}
      {earlier && !isFollowing && (
        <Notice icon="history" text={t('inspection.draw.earlier', { name: earlier.name })}>
          <Button onClick={() => onFollow(earlier.id)}>{t('inspection.draw.follow')}</Button>
        </Notice>
      )}
    </>
  )
}
