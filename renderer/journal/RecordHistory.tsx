import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { displayInstant } from '../../shared/dates.ts'
import type { Input } from '../app/operation-types.ts'
import { usePages } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { useOperationWords } from '../app/use-operation-words.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { actsOf, type Act } from './record-acts.ts'
import { RowChanges } from './RowChanges.tsx'

type Props = { of: Input<'journal.ofRecord'>['of'] }

/** What was done to a record, by whom and when, with before and after in words. */
export function RecordHistory({ of }: Props) {
  const { t } = useTranslation()
  const history = usePages('journal.ofRecord', { of })
  const acts = useMemo(() => actsOf(history.rows), [history.rows])
  return (
    <>
      <Failure of={history.failure} />
      <ol className="history">
        {acts.map((act) => (
          <li key={act.commandId}>
            <ActHead act={act} />
            {act.rows.map(({ row, changes }) => (
              <RowChanges key={row.id} row={row} changes={changes} />
            ))}
          </li>
        ))}
      </ol>
      {acts.length === 0 && !history.isLoading && <p className="soft">{t('journal.history.empty')}</p>}
      {history.hasMore && (
        <div className="actions">
          <Button onClick={history.more}>{t('common.actions.more')}</Button>
        </div>
      )}
    </>
  )
}

/** Who may read the journal goes from here to the whole of the act. */
function ActHead({ act: { commandId, operation, at, userName } }: { act: Act }) {
  const { t } = useTranslation()
  const can = useCan()
  const { name } = useOperationWords()
  return (
    <div>
      <strong>{name(operation)}</strong>{' '}
      <span className="soft">
        {can('journal.read') ? (
          <Link to={`/journal/${commandId}`}>{displayInstant(at)}</Link>
        ) : (
          displayInstant(at)
        )}
        {' · '}
        {userName ?? t('journal.history.nobody')}
      </span>
    </div>
  )
}
