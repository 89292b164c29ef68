import { useTranslation } from 'react-i18next'
import { useQuery } from '../app/operations.ts'
import { usePeriodName } from '../reports/index.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure } from '../ui/Failure.tsx'
import { numberStyle } from '../ui/numbers.ts'
import { formatSize } from '../ui/sizes.ts'
import { useNumberText } from '../ui/use-number-text.ts'

type Props = { periodId: number; onClose: () => void }

/** How much the line has to carry, before it is asked to. */
export function BudgetDialog({ periodId, onClose }: Props) {
  const { t, i18n } = useTranslation()
  const periodName = usePeriodName()
  const number = useNumberText()
  const { value, failure } = useQuery('sync.budget', { periodId })
  const size = (bytes: number) => formatSize(bytes, numberStyle(i18n.language))
  return (
    <Dialog title={t('sync.budget.title')} onClose={onClose}>
      <Failure of={failure} />
      {value && (
        <>
          <p>
            {t('sync.budget.text', {
              period: periodName(value.period),
              figures: value.figures,
              packed: size(value.packed),
              limit: size(value.limit),
            })}
          </p>
          <meter
            className="package-size"
            min={0}
            max={value.limit}
            value={value.packed}
            aria-label={t('sync.budget.title')}
          />
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">{t('sync.budget.part')}</th>
                <th scope="col" className="end">
                  {t('sync.budget.bytes')}
                </th>
              </tr>
            </thead>
            <tbody>
              {value.parts.map(({ part, bytes }) => (
                <tr key={part}>
                  <td>{t(`sync.budget.parts.${part}`)}</td>
                  <td className="end">{number(bytes)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="soft small">{t('sync.budget.hint')}</p>
        </>
      )}
    </Dialog>
  )
}
