import { useTranslation } from 'react-i18next'
import { displayDate, displayInstant } from '../../shared/dates.ts'
import { useQuery } from '../app/operations.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure } from '../ui/Failure.tsx'
import { useNumberText } from '../ui/use-number-text.ts'

type Props = { siteId: number; on: string; kindCode: string; name: string; onClose: () => void }

/** What a counter said before it was corrected, by whom and why. */
export function PastDialog({ siteId, on, kindCode, name, onClose }: Props) {
  const { t } = useTranslation()
  const number = useNumberText()
  const { value: past, failure } = useQuery('readers.counterPast', { siteId, on, kindCode })
  return (
    <Dialog title={t('readers.counters.historyOf', { name, on: displayDate(on) })} onClose={onClose}>
      <Failure of={failure} />
      {past?.length === 0 && <p>{t('readers.counters.historyNone')}</p>}
      <ul className="plain-list">
        {past?.map(({ value, until, reason, by, fileName }) => (
          <li key={until}>
            <strong>{value === null ? t('readers.counters.blank') : number(value)}</strong>{' '}
            <span>{fileName === '' ? reason : t('readers.counters.byImport', { name: fileName })}</span>{' '}
            <span className="soft small">
              {displayInstant(until)} · {by}
            </span>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
