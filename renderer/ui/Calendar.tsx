import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays, addMonths, isoDateAt, type IsoDate } from '../../shared/dates.ts'
import { IconButton } from './Button.tsx'
import { monthWeeks } from './calendar-days.ts'

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
const moves: Record<string, (day: IsoDate) => IsoDate> = {
  ArrowLeft: (day) => addDays(day, -1),
  ArrowRight: (day) => addDays(day, 1),
  ArrowUp: (day) => addDays(day, -7),
  ArrowDown: (day) => addDays(day, 7),
  PageUp: (day) => addMonths(day, -1),
  PageDown: (day) => addMonths(day, 1),
}

export function Calendar({ value, onPick }: { value: IsoDate | null; onPick: (date: IsoDate) => void }) {
  const { t } = useTranslation()
  const today = isoDateAt(Date.now())
  const [day, setDay] = useState(value ?? today)
  const grid = useRef<HTMLTableElement>(null)
  const isMoved = useRef(true)
  useEffect(() => {
    if (isMoved.current) grid.current?.querySelector<HTMLElement>('button[tabindex="0"]')?.focus()
  }, [day])

  function show(next: IsoDate, takesFocus: boolean) {
    isMoved.current = takesFocus
    setDay(next)
  }
  function dayName(date: IsoDate): string {
    const [year, month, ofMonth] = date.split('-').map(Number)
    return t('ui.calendar.day', { day: ofMonth, month, year })
  }
  function onKeyDown(event: KeyboardEvent) {
    const move = moves[event.key]
    if (!move) return
    event.preventDefault()
    show(move(day), true)
  }
  return (
    <div className="calendar">
      <header>
        <IconButton
          icon="back"
          label={t('ui.calendar.previous')}
          onClick={() => show(addMonths(day, -1), false)}
        />
        <strong aria-live="polite">
          {t('ui.calendar.month', { month: day.slice(5, 7), year: day.slice(0, 4) })}
        </strong>
        <IconButton
          icon="forward"
          label={t('ui.calendar.next')}
          onClick={() => show(addMonths(day, 1), false)}
        />
      </header>
      <table ref={grid} role="grid" aria-label={t('ui.calendar.label')} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            {weekdays.map((weekday) => (
              <th key={weekday} scope="col">
                {t(`ui.calendar.weekdays.${weekday}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {monthWeeks(day).map((week) => (
            <tr key={week[0]}>
              {week.map((date) => (
                <td
                  key={date}
                  role="gridcell"
                  className={date.slice(0, 7) === day.slice(0, 7) ? '' : 'outside'}
                  aria-selected={date === value}
                >
                  <button
                    type="button"
                    tabIndex={date === day ? 0 : -1}
                    aria-current={date === today ? 'date' : undefined}
                    aria-label={dayName(date)}
                    onClick={() => onPick(date)}
                  >
                    {Number(date.slice(8))}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
