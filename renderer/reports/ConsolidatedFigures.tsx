import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { UnitFigure } from '../../shared/reports/contract.ts'
import type { Output } from '../app/operation-types.ts'
import { useIndicatorTexts } from '../indicators/index.ts'
import { Button } from '../ui/Button.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { UnitFigureDialog } from './UnitFigureDialog.tsx'
import { useStated } from './use-stated.ts'

type Props = { of: Output<'reports.consolidation'> }

/** What each indicator comes to over the units, and ours beside it; a figure opens whose reports it is made of. */
export function ConsolidatedFigures({ of }: Props) {
  const { t } = useTranslation()
  const texts = useIndicatorTexts()
  const stated = useStated()
  const number = useNumberText()
  const [opened, setOpened] = useState<UnitFigure | null>(null)
  const added = (value: number | null, { manner, units }: UnitFigure) => {
    if (value !== null) return number(value)
    if (units.length === 0) return ''
    return <span className="soft">{t(`reports.units.manners.${manner}`)}</span>
  }
  return (
    <section className="card scrolls-across">
      <h2>{t('reports.units.figures')}</h2>
      <p className="soft small">{t('reports.units.figuresHint')}</p>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('reports.columns.code')}</th>
            <th scope="col">{t('reports.columns.name')}</th>
            <th scope="col">{t('reports.columns.unit')}</th>
            <th scope="col" className="end">
              {t('reports.units.total')}
            </th>
            <th scope="col" className="end">
              {t(of.isOwnSigned ? 'reports.units.own' : 'reports.units.ownCounted')}
            </th>
            <th scope="col" className="end">
              {t('reports.units.together')}
            </th>
            <th scope="col" className="end">
              {t('reports.units.lacking')}
            </th>
          </tr>
        </thead>
        <tbody>
          {of.figures.map((figure) => (
            <tr key={figure.code}>
              <td className="nowrap">{figure.code}</td>
              <td>
                <Button kind="quiet" onClick={() => setOpened(figure)}>
                  {texts.name(figure.code)}
                </Button>
              </td>
              <td>{texts.unit(figure.code)}</td>
              <td className="end nowrap">{added(figure.total, figure)}</td>
              <td className="end nowrap">{figure.own ? stated(figure.own) : ''}</td>
              <td className="end nowrap">{added(figure.together, figure)}</td>
              <td className="end">{figure.lacking > 0 ? number(figure.lacking) : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {opened && <UnitFigureDialog figure={opened} of={of} onClose={() => setOpened(null)} />}
    </section>
  )
}
