import { useTranslation } from 'react-i18next'
import type { EntryColumn, EntryProblem } from './entry-rows.ts'
import { Icon } from './icons.tsx'

type Props<Key extends string> = {
  problems: readonly EntryProblem<Key>[]
  columns: readonly EntryColumn<Key>[]
  /** Rows of the last paste that found no place. */
  leftOut: number
  onGo: (row: number, key: Key) => void
}

const shownAtMost = 50

/** Everything that is wrong in one list; each line leads to its cell. */
export function EntryProblems<Key extends string>({ problems, columns, leftOut, onGo }: Props<Key>) {
  const { t } = useTranslation()
  if (problems.length === 0 && leftOut === 0) return null
  return (
    <div className="entry-problems" role="status">
      {leftOut > 0 && (
        <p className="fact warn">
          <Icon name="warning" />
          {t('ui.grid.leftOut', { count: leftOut })}
        </p>
      )}
      {problems.length > 0 && (
        <>
          <strong>{t('ui.grid.problems', { count: problems.length })}</strong>
          <ul>
            {problems.slice(0, shownAtMost).map(({ row, key, text }) => (
              <li key={`${row} ${key}`}>
                <button type="button" onClick={() => onGo(row, key)}>
                  {t('ui.grid.place', {
                    row: row + 1,
                    column: columns.find((column) => column.key === key)?.label ?? '',
                  })}
                </button>{' '}
                {text}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
