import { useTranslation } from 'react-i18next'
import { displayDate } from '../../shared/dates.ts'
import type { ScanResult } from '../../shared/readers/contract.ts'
import { useFailureText } from '../ui/Failure.tsx'
import { Icon, type IconName } from '../ui/icons.tsx'
import type { Shown } from './use-lending.ts'

type Tone = 'plain' | 'good' | 'warn' | 'bad'

/** What the last code brought about, large enough to be read from a step away: colour, shape and word say the same. */
export function DeskAnswer({ shown }: { shown: Shown }) {
  const { t } = useTranslation()
  const failureText = useFailureText()
  if (shown === null) return <Panel tone="plain" icon="barcode" word={t('readers.desk.ready')} />
  if (shown.kind === 'failure')
    return (
      <Panel tone="bad" icon="warning" word={t('readers.desk.wrong')} lines={[failureText(shown.failure)]} />
    )
  if (shown.kind === 'undone')
    return <Panel tone="plain" icon="restore" word={t(`readers.desk.undone.${shown.undone}`)} />
  return <ResultPanel result={shown.result} />
}

function ResultPanel({ result }: { result: ScanResult }) {
  const { t } = useTranslation()
  switch (result.kind) {
    case 'reader': {
      const { reader } = result
      const isGood = reader.standing === 'valid'
      return (
        <Panel
          tone={isGood ? 'good' : 'warn'}
          icon={isGood ? 'person' : 'lock'}
          word={reader.name}
          lines={isGood ? [] : [t(`readers.standings.${reader.standing}`)]}
        />
      )
    }
    case 'lent':
      return (
        <Panel
          tone="good"
          icon="forward"
          word={t('readers.desk.lent')}
          title={`${result.loan.accessionNumber} – ${result.loan.title}`}
          lines={[t('readers.desk.due', { on: displayDate(result.loan.dueOn) })]}
        />
      )
    case 'again':
      return <Panel tone="plain" icon="history" word={t('readers.desk.again')} title={result.loan.title} />
    case 'returned': {
      const { loan, ownSite } = result
      const lines = [
        loan.readerName,
        loan.lateDays > 0 ? t('readers.desk.late', { count: loan.lateDays }) : '',
        ownSite === null ? '' : t('readers.desk.ownSite', { site: ownSite }),
      ]
      return (
        <Panel
          tone={ownSite === null && loan.lateDays === 0 ? 'good' : 'warn'}
          icon="back"
          word={t('readers.desk.returned')}
          title={`${loan.accessionNumber} – ${loan.title}`}
          lines={lines.filter((line) => line !== '')}
        />
      )
    }
    case 'arrived':
      return (
        <Panel
          tone="good"
          icon="home"
          word={t('readers.desk.arrived')}
          title={`${result.accessionNumber} – ${result.title}`}
        />
      )
  }
}

type PanelProps = { tone: Tone; icon: IconName; word: string; title?: string; lines?: string[] }

function Panel({ tone, icon, word, title = '', lines = [] }: PanelProps) {
  return (
    <div className={`lending-answer ${tone}`} role="status" aria-live="assertive">
      <Icon name={icon} />
      <div>
        <strong>{word}</strong>
        {title !== '' && <div className="lending-title">{title}</div>}
        {lines.map((line) => (
          <div key={line}>{line}</div>
        ))}
      </div>
    </div>
  )
}
