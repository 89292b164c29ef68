import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { displayInstant } from '../../shared/dates.ts'
import { Icon, type IconName } from '../ui/icons.tsx'
import type { Entry } from './desk-state.ts'
import { iconOfClass } from './DeskResult.tsx'

function iconOf({ state, class: itemClass }: Entry): IconName {
  if (state === 'undone') return 'restore'
  return state === 'answered' && itemClass !== null ? iconOfClass(itemClass) : 'history'
}

/** The last twenty, newest on top. */
export function DeskLast({ entries }: { entries: Entry[] }) {
  const { t } = useTranslation()
  return (
    <section className="desk-last" aria-label={t('stocktake.desk.last')}>
      <h2>{t('stocktake.desk.last')}</h2>
      {entries.length === 0 && <p className="soft">{t('stocktake.desk.noneYet')}</p>}
      <ol>
        {entries.map((entry) => (
          <li key={entry.key} className={entry.state}>
            <Icon name={iconOf(entry)} />
            <span className="code">{entry.accessionNumber || entry.code}</span>
            <span className="name">{entry.title}</span>
            <span className="soft nowrap">{wordOf(entry, t)}</span>
            <span className="soft nowrap">{displayInstant(entry.at).slice(-5)}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function wordOf({ state, class: itemClass }: Entry, t: TFunction): string {
  if (state === 'waiting') return t('stocktake.desk.sending')
  if (state === 'echo') return t('stocktake.desk.echo')
  if (state === 'undone' || itemClass === null) return t('stocktake.classes.undone')
  return t(`stocktake.classes.${itemClass}`)
}
