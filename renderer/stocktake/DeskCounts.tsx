import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ItemClass, Stocktake } from '../../shared/stocktake/contract.ts'
import { useNumberText } from '../ui/use-number-text.ts'
import type { DeskState } from './desk-state.ts'
import { itemsAddress } from './items-address.ts'
import { useStocktakeWords } from './use-stocktake-words.ts'

const always: ItemClass[] = ['found', 'misplaced', 'unknown', 'missing']
const ifAny: ItemClass[] = [
  'away_present',
  'unexpected',
  'new_since',
  'moved_since',
  'withdrawn_present',
  'cancelled_present',
]

/** How far it is, in running numbers; each opens what it counts. */
export function DeskCounts({ state, stocktake }: { state: DeskState; stocktake: Stocktake }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const { className } = useStocktakeWords()
  const { classes, scans, twice, isCounted } = state
  const shown = (count: number) => (isCounted ? number(count) : '…')
  return (
    <dl className="tally desk-tally">
      <div>
        <dt>{t('stocktake.desk.scans')}</dt>
        <dd>{shown(scans)}</dd>
      </div>
      <div>
        <dt>{t('stocktake.classes.twice')}</dt>
        <dd>{shown(twice)}</dd>
      </div>
      {[...always, ...ifAny.filter((each) => (classes[each] ?? 0) > 0)].map((each) => (
        <div key={each} className={`of-${each}`}>
          <dt>{className(each, stocktake.state)}</dt>
          <dd>
            <Link className="figure-value" to={itemsAddress(stocktake.id, { class: each })} tabIndex={-1}>
              {shown(classes[each] ?? 0)}
            </Link>
          </dd>
        </div>
      ))}
    </dl>
  )
}
