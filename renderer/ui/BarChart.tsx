import { useNumberText } from './use-number-text.ts'

export type Bar = { key: string; label: string; value: number }

const rowPx = 24
const barPx = 14
/** Shares of the width: names, then bars, then room for the longest bar's number. */
const namesMost = 38
const numbersWide = 16
const mostBars = 16

/** Bars from 0, each with its name and number beside it; the rest stays in the table they come from. */
export function BarChart({ title, bars }: { title: string; bars: readonly Bar[] }) {
  const number = useNumberText()
  const shown = bars.slice(0, mostBars)
  const most = Math.max(1, ...shown.map(({ value }) => value))
  const barsFrom = Math.min(namesMost, 4 + Math.max(0, ...shown.map(({ label }) => label.length)) * 1.5)
  const barsWide = 100 - numbersWide - barsFrom
  return (
    <figure className="bar-chart">
      <figcaption>{title}</figcaption>
      <svg width="100%" height={shown.length * rowPx} role="img" aria-label={title}>
        {shown.map(({ key, label, value }, at) => {
          const top = at * rowPx
          const width = (Math.max(0, value) / most) * barsWide
          return (
            <g key={key}>
              <title>{`${label}: ${number(value)}`}</title>
              <foreignObject x="0" y={top} width={`${barsFrom}%`} height={rowPx}>
                <div className="name" title={label}>
                  {label}
                </div>
              </foreignObject>
              <rect x={`${barsFrom}%`} y={top + (rowPx - barPx) / 2} width={`${width}%`} height={barPx} />
              <text x={`${barsFrom + width}%`} dx="6" y={top + rowPx / 2} className="value">
                {number(value)}
              </text>
            </g>
          )
        })}
        <line x1={`${barsFrom}%`} x2={`${barsFrom}%`} y1="0" y2={shown.length * rowPx} />
      </svg>
    </figure>
  )
}
