import { useTranslation } from 'react-i18next'
import { withdrawalLimit } from '../../shared/copies/rules.ts'
import type { Output } from '../app/operation-types.ts'
import { Icon } from '../ui/icons.tsx'
import { useNumberText } from '../ui/use-number-text.ts'

type Preview = Output<'copies.previewWithdrawal'>
type Props = { preview: Preview | undefined; isMeant: boolean; onMean: (isMeant: boolean) => void }

/** What is less would be shown as 0 %. */
const leastPercent = 0.1

function percentOf({ copies, stockBefore }: Preview): number {
  return stockBefore === 0 ? 0 : (copies / stockBefore) * 100
}

/** What the decision would do, in numbers, before it is done. */
export function WithdrawalPreview({ preview, isMeant, onMean }: Props) {
  const { t } = useTranslation()
  const number = useNumberText()
  if (!preview) return <p className="soft">{t('copies.withdraw.nothingYet')}</p>
  const { copies, amountMinor, lastCopiesOf, stockBefore, isAboveLimit } = preview
  const percent = percentOf(preview)
  const isLeast = percent > 0 && percent < leastPercent
  return (
    <div className="stack tight" role="status">
      <dl className="tally">
        <div>
          <dt>{t('copies.withdraw.copies')}</dt>
          <dd>{number(copies)}</dd>
        </div>
        <div>
          <dt>{t('copies.withdraw.amount')}</dt>
          <dd>{number(amountMinor)}</dd>
        </div>
        <div>
          <dt>{t('copies.withdraw.share')}</dt>
          <dd>
            {t(isLeast ? 'copies.withdraw.shareBelow' : 'copies.withdraw.shareOf', {
              share: number(isLeast ? leastPercent : Math.round(percent * 10) / 10),
              stock: number(stockBefore),
            })}
          </dd>
        </div>
      </dl>
      {lastCopiesOf > 0 && (
        <p className="fact warn">
          <Icon name="warning" />
          {t('copies.withdraw.lastCopies', { count: lastCopiesOf, shown: number(lastCopiesOf) })}
        </p>
      )}
      {isAboveLimit && (
        <div className="notice bad">
          <Icon name="warning" />
          <span className="text">
            {t('copies.withdraw.aboveLimit', {
              most: number(Math.floor(stockBefore * withdrawalLimit)),
              percent: number(withdrawalLimit * 100),
            })}
            <label className="check">
              <input type="checkbox" checked={isMeant} onChange={(event) => onMean(event.target.checked)} />
              <span>{t('copies.withdraw.isMeant')}</span>
            </label>
          </span>
        </div>
      )}
    </div>
  )
}
