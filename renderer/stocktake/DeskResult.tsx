import { useTranslation } from 'react-i18next'
import { displayDate } from '../../shared/dates.ts'
import type { ScanAnswer } from '../../shared/stocktake/contract.ts'
import { Icon, type IconName } from '../ui/icons.tsx'
import type { StatedPlace } from './DeskPlace.tsx'
import type { Sound } from './sounds.ts'
import { useStocktakeWords } from './use-stocktake-words.ts'

export type Shown =
  | { kind: 'waiting' | 'echo' | 'undone' | 'resting'; code: string }
  | { kind: 'answer'; answer: ScanAnswer }

type Look = { tone: 'plain' | 'good' | 'warn' | 'bad'; icon: IconName; sound: Sound }

const looks: Partial<Record<ScanAnswer['class'] | 'twice', Look>> = {
  found: { tone: 'good', icon: 'check', sound: 'found' },
  misplaced: { tone: 'warn', icon: 'switch', sound: 'misplaced' },
  twice: { tone: 'plain', icon: 'history', sound: 'again' },
  unknown: { tone: 'bad', icon: 'warning', sound: 'wrong' },
  withdrawn_present: { tone: 'bad', icon: 'signOut', sound: 'wrong' },
  cancelled_present: { tone: 'bad', icon: 'close', sound: 'wrong' },
}
const otherLook: Look = { tone: 'warn', icon: 'info', sound: 'other' }

/** Seen before and nothing new to say of it. */
function isRepeated({ isTwice, scanId, classBefore, class: now }: ScanAnswer): boolean {
  return isTwice && scanId !== null && classBefore === now
}

function lookOf(answer: ScanAnswer): Look {
  return looks[isRepeated(answer) ? 'twice' : answer.class] ?? otherLook
}

/** The shape of a class, in the list of the last scans. */
export function iconOfClass(itemClass: ScanAnswer['class'] | 'twice'): IconName {
  return (looks[itemClass] ?? otherLook).icon
}

export function soundOf(answer: ScanAnswer): Sound {
  return lookOf(answer).sound
}

/** The last code, large enough to be read from the shelf: colour, shape and word say the same. */
export function DeskResult({ shown, place }: { shown: Shown | null; place: StatedPlace }) {
  const { t } = useTranslation()
  if (shown === null) return <Panel tone="plain" icon="barcode" word={t('stocktake.desk.ready')} />
  if (shown.kind === 'answer') return <AnswerPanel answer={shown.answer} place={place} />
  const icon = ({ waiting: 'barcode', echo: 'history', undone: 'restore', resting: 'pause' } as const)[
    shown.kind
  ]
  const tone = shown.kind === 'resting' ? 'bad' : 'plain'
  return (
    <Panel
      tone={tone}
      icon={icon}
      word={t(`stocktake.desk.${shown.kind}`)}
      title={shown.code}
      lines={shown.kind === 'resting' ? [t('stocktake.desk.restingHint')] : []}
    />
  )
}

type PanelProps = {
  tone: Look['tone']
  icon: IconName
  word: string
  title?: string
  lines?: string[]
}

function Panel({ tone, icon, word, title = '', lines = [] }: PanelProps) {
  return (
    <div className={`desk-result ${tone}`} role="status" aria-live="assertive">
      <Icon name={icon} />
      <strong>{word}</strong>
      <span className="desk-title">{title}</span>
      {lines.length > 0 && (
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

function AnswerPanel({ answer, place }: { answer: ScanAnswer; place: StatedPlace }) {
  const { t } = useTranslation()
  const words = useStocktakeWords()
  const { tone, icon } = lookOf(answer)
  const { copyId, accessionNumber, title, callNumber, reading, repair, status } = answer
  const isUnknown = copyId === null
  const belongs = words.place(answer.belongs)
  const lines = [
    callNumber === '' ? '' : t('stocktake.desk.callNumber', { callNumber }),
    answer.class === 'misplaced' || answer.class === 'unexpected'
      ? t('stocktake.desk.belongs', { place: belongs })
      : '',
    answer.class === 'found' && place.shelf !== '' && answer.belongs.shelf === ''
      ? t('stocktake.desk.noShelf')
      : '',
    answer.class === 'away_present' && status !== null
      ? t('stocktake.desk.away', { status: t(`copies.statuses.${status}`) })
      : '',
    answer.class === 'found' && status === 'missing' ? t('stocktake.desk.wasMissing') : '',
    answer.decisionNumber === '' ? '' : t('stocktake.desk.decision', { number: answer.decisionNumber }),
    answer.goneOn === null ? '' : t('stocktake.desk.goneOn', { on: displayDate(answer.goneOn) }),
    repair === 'none' ? '' : t('stocktake.desk.repaired', { how: t(`stocktake.repairs.${repair}`), reading }),
    isUnknown ? t('stocktake.desk.unknownHint') : '',
  ].filter((line) => line !== '')
  const word = isRepeated(answer) ? 'twice' : answer.class
  return (
    <Panel
      tone={tone}
      icon={icon}
      word={t(`stocktake.classes.${word}`)}
      title={isUnknown ? reading : `${accessionNumber} · ${title}`}
      lines={lines}
    />
  )
}
