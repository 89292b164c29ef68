import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Gift } from '../../shared/cooperation/contract.ts'
import { useCan } from '../app/permissions.ts'
import { Icon } from '../ui/icons.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { useMoneyText } from './money-words.ts'

/** Each thing given, how many of it stand among what the library owns, and the way to record the rest. */
export function GiftItems({ gift }: { gift: Gift }) {
  const { t } = useTranslation()
  const can = useCan()
  const number = useNumberText()
  const money = useMoneyText()
  return (
    <section className="card" aria-label={t('cooperation.gift.items')}>
      <h2>{t('cooperation.gift.items')}</h2>
      <ul className="related-list">
        {gift.items.map(({ id, name, quantity, valueMinor, recorded }) => (
          <li key={id}>
            <span>{name}</span>
            <span>× {number(quantity)}</span>
            <span className="soft">{money({ currency: gift.currency, amountMinor: valueMinor })}</span>
            <span className="soft">
              {t(recorded === 0 ? 'cooperation.gift.noneRecorded' : 'cooperation.gift.recorded', {
                recorded: number(recorded),
                quantity: number(quantity),
              })}
            </span>
            {can('facilities.write') && recorded < quantity && (
              <Link className="button" to={`/facilities/equipment/many?gift=${gift.id}&item=${id}`}>
                <Icon name="add" />
                {t('cooperation.gift.record')}
                <span className="visually-hidden"> {name}</span>
              </Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
