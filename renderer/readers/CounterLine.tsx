import { useId, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { isComposing } from '../ui/keys.ts'
import { useNumberText } from '../ui/use-number-text.ts'

type Props = {
  name: string
  text: string
  isWrong: boolean
  /** A whole number below nought without its sign. */
  meant: string | null
  isChanged: boolean
  isReadOnly: boolean
  isCorrected: boolean
  usual: { known: number; most: number } | undefined
  tallyKey: string | null
  onType: (text: string) => void
  onTally: ((by: 1 | -1) => void) | null
  onPast: () => void
}

/** One counter: its number to type over, and buttons to count with. */
export function CounterLine(props: Props) {
  const { name, text, isWrong, meant, usual, tallyKey, onTally } = props
  const { t } = useTranslation()
  const number = useNumberText()
  const id = useId()
  return (
    <div className={props.isChanged ? 'counter-line changed' : 'counter-line'}>
      <label htmlFor={id}>{name}</label>
      <input
        id={id}
        className="input number counter-box"
        inputMode="numeric"
        autoComplete="off"
        value={text}
        readOnly={props.isReadOnly}
        placeholder={t('readers.counters.blank')}
        aria-invalid={isWrong || undefined}
        aria-describedby={isWrong ? `${id}-wrong` : undefined}
        onFocus={(event) => event.target.select()}
        onKeyDown={moveAlong}
        onChange={(event) => props.onType(event.target.value)}
      />
      <span className="counter-tally">
        {onTally && (
          <>
            <button
              type="button"
              className="button icon-only"
              aria-label={t('readers.counters.less', { name })}
              onClick={() => onTally(-1)}
            >
              {'−'}
            </button>
            <button
              type="button"
              className="button icon-only"
              aria-label={t('readers.counters.more', { name })}
              aria-keyshortcuts={tallyKey ?? undefined}
              onClick={() => onTally(1)}
            >
              +
            </button>
            {tallyKey !== null && <kbd>{tallyKey}</kbd>}
          </>
        )}
      </span>
      <span className="soft small">
        {t('readers.counters.usual')}:{' '}
        {usual && usual.known > 0 ? number(usual.most) : t('readers.counters.usualNone')}
      </span>
      {props.isCorrected && (
        <button type="button" className="button quiet" onClick={props.onPast}>
          {t('readers.counters.corrected')}
        </button>
      )}
      {isWrong && (
        <span id={`${id}-wrong`} className="counter-wrong" role="alert">
          {meant === null ? t('readers.counters.notACount') : t('readers.counters.negative')}{' '}
          {meant !== null && (
            <button type="button" className="button" onClick={() => props.onType(meant)}>
              {t('readers.counters.positive', { shown: meant })}
            </button>
          )}
        </span>
      )}
    </div>
  )
}

/** Enter and ↓ go to the next counter, ↑ to the one before. */
function moveAlong(event: KeyboardEvent<HTMLInputElement>) {
  const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined || event.ctrlKey || isComposing(event)) return
  event.preventDefault()
  const boxes = [...document.querySelectorAll<HTMLInputElement>('.counter-box')]
  boxes[boxes.indexOf(event.currentTarget) + step]?.focus()
}
