import { useTranslation } from 'react-i18next'
import { measureName } from '../../shared/indicators/own-text.ts'
import type { Input } from '../app/operation-types.ts'
import { usePages } from '../app/operations.ts'
import { RowsDialog } from './RowsDialog.tsx'

type Props = { asked: Omit<Input<'indicators.changeRows'>, 'cursor' | 'limit'>; onClose: () => void }

/** The rows of a cause that came since, are no longer there, or weigh otherwise. */
export function ChangedRows({ asked, onClose }: Props) {
  const { t } = useTranslation()
  const list = usePages('indicators.changeRows', asked)
  const name = measureName(t, asked.measure)
  return (
    <RowsDialog title={t(`indicators.change.rows.${asked.which}`, { name })} list={list} onClose={onClose} />
  )
}
