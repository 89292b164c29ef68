import { useTranslation } from 'react-i18next'
import { toHundredths } from '../../shared/indicators/change.ts'
import { reportLines } from '../../shared/indicators/formulas.ts'
import type { Output } from '../app/operation-types.ts'
import { useNumberText } from '../ui/use-number-text.ts'
import { useIndicatorTexts } from './use-indicator-texts.ts'

type Figure = Output<'indicators.suppose'>['figures'][number]

/** What would be otherwise, beside what it is now. */
export function SupposedFigures({ figures }: { figures: readonly Figure[] }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const texts = useIndicatorTexts()
  const stated = ({ status, value }: Figure['before']) =>
    value === null ? t(`ui.figure.${status === 'known' ? 'blank' : status}`) : number(value)
  const difference = ({ before, after }: Figure) => {
    if (before.value === null || after.value === null) return ''
    const moved = toHundredths(after.value - before.value)
    return moved > 0 ? `+${number(moved)}` : `−${number(-moved)}`
  }
  if (figures.length === 0) return <p className="soft">{t('reports.suppose.none')}</p>
  return (
    <section className="earlier-figures" tabIndex={0} aria-label={t('reports.suppose.changed')}>
      <table className="plain-table">
        <caption>{t('reports.suppose.changed')}</caption>
        <thead>
          <tr>
            {(['name', 'before', 'after', 'difference'] as const).map((key) => (
              <th key={key} scope="col" className={key === 'name' ? undefined : 'end'}>
                {t(`reports.suppose.columns.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {reportLines(figures).map((figure) => (
            <tr key={figure.code}>
              <td>
                {texts.name(figure.code)} ({texts.unit(figure.code)})
              </td>
              <td className="end">{stated(figure.before)}</td>
              <td className="end figure provisional">{stated(figure.after)}</td>
              <td className="end">{difference(figure)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
