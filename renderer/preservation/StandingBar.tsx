import { useTranslation } from 'react-i18next'
import type { Output } from '../app/operation-types.ts'
import { Chip } from '../ui/Chip.tsx'
import { numberStyle } from '../ui/numbers.ts'
import { formatSize } from '../ui/sizes.ts'
import { useNumberText } from '../ui/use-number-text.ts'

/** How all files stand, what is worst first; what there is none of is not said. */
export function StandingBar({ standing }: { standing: Output<'preservation.standing'> }) {
  const { t, i18n } = useTranslation()
  const number = useNumberText()
  const { files, bytes, safe, single, none, troubled, due } = standing
  if (files === 0) return null
  const size = formatSize(bytes, numberStyle(i18n.language))
  const said = (count: number) => ({ count, shown: number(count) })
  return (
    <div className="row" role="group" aria-label={t('preservation.standing.label')}>
      <span className="soft">{t('preservation.standing.total', { files: number(files), size })}</span>
      {troubled > 0 && (
        <Chip tone="bad" icon="warning">
          {t('preservation.standing.troubled', said(troubled))}
        </Chip>
      )}
      {none > 0 && (
        <Chip tone="bad" icon="warning">
          {t('preservation.standing.none', said(none))}
        </Chip>
      )}
      {single > 0 && (
        <Chip tone="warn" icon="info">
          {t('preservation.standing.single', said(single))}
        </Chip>
      )}
      {due > 0 && (
        <Chip tone="warn" icon="calendar">
          {t('preservation.standing.due', said(due))}
        </Chip>
      )}
      {safe > 0 && (
        <Chip tone="good" icon="check">
          {t('preservation.standing.safe', said(safe))}
        </Chip>
      )}
    </div>
  )
}
