import { useTranslation } from 'react-i18next'
import type { Copy } from '../../shared/copies/contract.ts'
import { Icon } from '../ui/icons.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { groupBy, isLive } from './copy-groups.ts'

type Props = { copies: Copy[]; nameOf: (copy: Copy) => string }

const shownGroups = 6

/** What an act would touch, in numbers: how many copies, as what they stand now, and which it leaves alone. */
export function ActFacts({ copies, nameOf }: Props) {
  const { t } = useTranslation()
  const number = useNumberText()
  const live = copies.filter(isLive)
  const gone = copies.length - live.length
  const groups = groupBy(live, nameOf)
  return (
    <>
      <ul className="dotted">
        {groups.slice(0, shownGroups).map(({ name, rows }) => (
          <li key={name}>
            {t('copies.acts.group', { count: rows.length, shown: number(rows.length), name })}
          </li>
        ))}
        {groups.length > shownGroups && (
          <li>{t('copies.acts.otherGroups', { count: groups.length - shownGroups })}</li>
        )}
      </ul>
      {gone > 0 && (
        <p className="fact warn">
          <Icon name="warning" />
          {t('copies.acts.gone', { count: gone, shown: number(gone) })}
        </p>
      )}
    </>
  )
}
