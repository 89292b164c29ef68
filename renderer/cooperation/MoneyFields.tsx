import { useTranslation } from 'react-i18next'
import { currencies, minorPerUnit } from '../../shared/cooperation/rules.ts'
import type { Money } from '../../shared/cooperation/contract.ts'
import { DateField } from '../ui/DateField.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { Select } from '../ui/Select.tsx'
import { useDongText } from './money-words.ts'

type Props = {
  money: Money
  onChange: (change: Partial<Money>) => void
  errors?: Partial<Record<keyof Money, string | undefined>>
  /** The amount is computed elsewhere; only its currency and rate are chosen. */
  isComputed?: boolean
}

/** An amount in its currency; a foreign one with the rate of a day, and what it comes to in đồng. */
export function MoneyFields({ money, onChange, errors = {}, isComputed = false }: Props) {
  const { t } = useTranslation()
  const dong = useDongText()
  const { currency, amountMinor, rate, rateOn } = money
  const perUnit = minorPerUnit(currency)
  const toMinor = (amount: number | null, per: number) => (amount === null ? null : Math.round(amount * per))
  function choose(name: string) {
    const next = currencies.find((each) => each === name) ?? currency
    const amount = amountMinor === null ? null : amountMinor / perUnit
    onChange({ currency: next, amountMinor: toMinor(amount, minorPerUnit(next)) })
  }
  return (
    <>
      {!isComputed && (
        <NumberField
          label={t('cooperation.fields.amount')}
          value={amountMinor === null ? null : amountMinor / perUnit}
          error={errors.amountMinor}
          onChange={(amount) => onChange({ amountMinor: toMinor(amount, perUnit) })}
        />
      )}
      <Select
        label={t('cooperation.fields.currency')}
        value={currency}
        options={currencies.map((each) => ({ value: each, label: each }))}
        onChange={(event) => choose(event.target.value)}
      />
      {currency !== 'VND' && (
        <>
          <NumberField
            label={t('cooperation.fields.rate')}
            value={rate}
            error={errors.rate}
            onChange={(next) => onChange({ rate: next })}
          />
          <DateField
            label={t('cooperation.fields.rateOn')}
            value={rateOn}
            error={errors.rateOn}
            onChange={(next) => onChange({ rateOn: next })}
          />
          <p className="soft small">
            {t('cooperation.fields.amountVnd')}: {dong(money)}
          </p>
        </>
      )}
    </>
  )
}
