import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { registerColumns } from '../../shared/registers/rules.ts'
import { runtimeKey } from '../../shared/texts.ts'
import { useCommand } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure } from '../ui/Failure.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'
import type { Book } from './BookListPage.tsx'
import type { Line } from './BookSheet.tsx'

type Props = { book: Book; columns: string[]; line: Line; onClose: () => void; onDone: (line: Line) => void }

/** Puts a line right by a red one; the remark of the new line is written by the program. */
export function CorrectLineDialog({ book, columns, line, onClose, onDone }: Props) {
  const { t } = useTranslation()
  const toast = useToast()
  const correct = useCommand('registers.correctLine')
  const [cells, setCells] = useState(line.cells)
  const [reason, setReason] = useState('')
  const kinds = registerColumns[book.register]
  const isChanged = cells.some((cell, at) => cell !== line.cells[at])

  async function submit(event: FormEvent) {
    event.preventDefault()
    const answer = await correct.run({ lineId: line.id, cells, reason })
    if (!answer.ok) return
    toast({ text: t('registers.correct.done', { line: line.number, by: answer.value.number }) })
    onDone(answer.value)
  }
  return (
    <Dialog title={t('registers.correct.title', { line: line.number })} onClose={onClose} isWide>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <p>{t('registers.correct.text')}</p>
        <div className="form-grid">
          {columns.map((key, at) => (
            <TextField
              key={key}
              label={t(runtimeKey(`registers.columns.${key}`))}
              readOnly={kinds[at]?.kind === 'key' || key === 'remark'}
              value={cells[at] ?? ''}
              onChange={({ target: { value } }) =>
                setCells(cells.map((cell, each) => (each === at ? value : cell)))
              }
            />
          ))}
        </div>
        <TextField
          label={t('registers.correct.reason')}
          isRequired
          isWide
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <Failure of={correct.failure} />
        <div className="actions">
          <Button
            kind="danger"
            type="submit"
            disabled={!isChanged || reason.trim() === '' || correct.isRunning}
          >
            {t('registers.correct.submit')}
          </Button>
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
