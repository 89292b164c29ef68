import { memo, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { MarcProblem } from '../../shared/catalogue/contract.ts'
import { Icon } from '../ui/icons.tsx'
import type { MarcRow } from './marc-rows.ts'
import { useProblemText } from './use-problem-text.ts'

export type MarcCell = 'tag' | 'indicators' | 'text'
type Change = Partial<Pick<MarcRow, 'tag' | 'indicators' | 'text'>>
export type LineHandlers = {
  onChange: (key: number, change: Change) => void
  onCursor: (key: number, cell: MarcCell, caret: number) => void
  onTagDone: (key: number) => void
}
type Props = {
  row: MarcRow
  problems: MarcProblem[]
  isCurrent: boolean
  /** The leader has neither another tag nor indicators. */
  isLeader?: boolean
  act: RefObject<LineHandlers>
}

/** One field: tag, indicators, subfields as text, and what is wrong with it right below. */
export const MarcLine = memo(function MarcLine({ row, problems, isCurrent, isLeader = false, act }: Props) {
  const { t } = useTranslation()
  const problemText = useProblemText()
  const { key, tag, indicators, text, isControl } = row
  const cell = (name: MarcCell) => ({
    'data-key': key,
    'data-cell': name,
    'aria-label': t(`catalogue.marc.cells.${name}`, { tag: tag || '…' }),
    'aria-invalid': problems.some(({ severity }) => severity === 'error') || undefined,
    spellCheck: false,
    // A field entered by Tab or by the program selects nothing, so no selection is announced.
    onFocus: (event: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) => {
      if (name !== 'text') event.currentTarget.select()
      act.current.onCursor(key, name, event.currentTarget.selectionStart ?? 0)
    },
    onSelect: (event: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) =>
      act.current.onCursor(key, name, event.currentTarget.selectionStart ?? 0),
  })
  return (
    <li className={isCurrent ? 'marc-line current' : 'marc-line'}>
      <input
        {...cell('tag')}
        className="input mono marc-tag"
        maxLength={3}
        value={tag}
        readOnly={isLeader}
        autoComplete="off"
        onChange={(event) => {
          act.current.onChange(key, { tag: event.target.value })
          if (event.target.value.length === 3) act.current.onTagDone(key)
        }}
      />
      {isControl || isLeader ? (
        <span className="marc-indicators" />
      ) : (
        <input
          {...cell('indicators')}
          className="input mono marc-indicators"
          maxLength={2}
          value={indicators}
          autoComplete="off"
          onChange={(event) =>
            act.current.onChange(key, { indicators: event.target.value.replaceAll(' ', '#') })
          }
        />
      )}
      <textarea
        {...cell('text')}
        className={isControl ? 'input mono' : 'input'}
        rows={1}
        value={text}
        onChange={(event) => act.current.onChange(key, { text: event.target.value })}
      />
      {problems.length > 0 && (
        <ul className="marc-problems">
          {problems.map((problem) => (
            <li key={`${problem.code}${problem.detail}`} className={`fact ${problem.severity}`}>
              <Icon name={problem.severity === 'error' ? 'warning' : 'info'} />
              {problemText(problem)}
            </li>
          ))}
        </ul>
      )}
    </li>
  )
})
