import { useTranslation } from 'react-i18next'
import type { Output } from '../app/operation-types.ts'
import { Button } from '../ui/Button.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { useKeyNames } from './use-key-names.ts'

type Props = { sheet: Output<'stock.opening'>; onKeepMine: () => void; onTakeTheirs: () => void }

const dimensions = ['site', 'material', 'language', 'ddc', 'source'] as const

/** What somebody else recorded meanwhile, above what was typed here: neither is lost before one is chosen. */
export function OtherSheet({ sheet, onKeepMine, onTakeTheirs }: Props) {
  const { t } = useTranslation()
  const number = useNumberText()
  const nameOf = useKeyNames()
  return (
    <section className="card" role="alert">
      <p>{t('stock.opening.other')}</p>
      <div className="figure-table words">
        <table>
          <thead>
            <tr>
              {([...dimensions, 'titles', 'copies', 'evidence'] as const).map((key) => (
                <th key={key} scope="col">
                  {t(`stock.opening.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sheet.rows.map((row) => {
              const keys = { ...row, site: String(row.siteId), ddc: row.ddc || '-' }
              return (
                <tr key={row.id}>
                  {dimensions.map((dimension) => (
                    <td key={dimension}>{nameOf(dimension, keys[dimension])}</td>
                  ))}
                  <td>{number(row.titles)}</td>
                  <td>{number(row.copies)}</td>
                  <td>{row.evidence}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <div className="row">
        <Button onClick={onTakeTheirs}>{t('stock.opening.takeTheirs')}</Button>
        <Button kind="primary" onClick={onKeepMine}>
          {t('stock.opening.keepMine')}
        </Button>
      </div>
    </section>
  )
}
