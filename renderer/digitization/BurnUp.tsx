import { useTranslation } from 'react-i18next'
import { displayDate } from '../../shared/dates.ts'
import type { Progress } from '../../shared/digitization/contract.ts'
import { useNumberText } from '../ui/use-number-text.ts'

const box = { width: 900, height: 190, left: 8, right: 96, top: 18, bottom: 24 }

/** Titles carried through, from zero to the target; the same numbers stand in the table of weeks. */
export function BurnUp({ progress: { weeks, target, carried } }: { progress: Progress }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const most = Math.max(1, target, carried)
  const step = (box.width - box.left - box.right) / Math.max(1, weeks.length - 1)
  const x = (at: number) => box.left + at * step
  const y = (value: number) => box.height - box.bottom - (value / most) * (box.height - box.top - box.bottom)
  const title = t('digitization.progress.chart')
  const [first, last] = [weeks[0], weeks.at(-1)]
  if (!first || !last) return null
  return (
    <figure className="burn-up">
      <figcaption className="soft small">{title}</figcaption>
      <svg viewBox={`0 0 ${box.width} ${box.height}`} role="img" aria-label={title}>
        <line className="axis" x1={box.left} x2={x(weeks.length - 1)} y1={y(0)} y2={y(0)} />
        {target > 0 && (
          <>
            <line className="target" x1={box.left} x2={x(weeks.length - 1)} y1={y(target)} y2={y(target)} />
            <text x={x(weeks.length - 1) + 8} y={y(target) + 4}>
              {t('digitization.progress.targetLine', { shown: number(target) })}
            </text>
          </>
        )}
        <polyline points={weeks.map((week, at) => `${x(at)},${y(week.carried)}`).join(' ')} />
        {weeks.map((week, at) => (
          <circle key={week.from} cx={x(at)} cy={y(week.carried)} r="3.5">
            <title>{`${displayDate(week.to)}: ${number(week.carried)}`}</title>
          </circle>
        ))}
        {carried !== target && (
          <text x={x(weeks.length - 1) + 8} y={y(last.carried) + 4}>
            {number(last.carried)}
          </text>
        )}
        <text x={box.left} y={box.height - 6}>
          {displayDate(first.to)}
        </text>
        <text x={x(weeks.length - 1)} y={box.height - 6} textAnchor="end">
          {displayDate(last.to)}
        </text>
      </svg>
    </figure>
  )
}
