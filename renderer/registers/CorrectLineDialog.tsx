import { useRef, useState, type FormEvent, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { registerColumns } from '../../shared/registers/rules.ts'
import { runtimeKey } from '../../shared/texts.ts'
import { useCommand } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure } from '../ui/Failure.tsx'
import { isComposing } from '../ui/keys.ts'
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
  const [isTried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const wrongColumn = correct.failure?.code === 'cells_wrong' ? correct.failure.details.column : undefined
  const wrongAt = columns.findIndex((key) => key === wrongColumn)
  const isChanged = cells.some((cell, at) => cell !== line.cells[at])

  async function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (!isChanged || reason.trim() === '' || correct.isRunning) return
    const answer = await correct.run({ lineId: line.id, cells, reason })
    if (!answer.ok) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
      return
    }
    toast({ text: t('registers.correct.done', { line: line.number, by: answer.value.number }) })
    onDone(answer.value)
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !event.ctrlKey || isComposing(event)) return
    event.preventDefault()
    form.current?.requestSubmit()
  }
  function wrongCell(at: number): string | undefined {
    const kind = kinds[at]?.kind
    return at === wrongAt && kind ? t(`registers.correct.wrong.${kind}`) : undefined
  }
  return (
    <Dialog title={t('registers.correct.title', { line: line.number })} onClose={onClose} isWide>
      <form ref={form} className="stack" onKeyDown={onKeyDown} onSubmit={(event) => void submit(event)}>
        <p>{t('registers.correct.text')}</p>
        <div className="form-grid">
          {columns.map((key, at) => (
            <TextField
              key={key}
              label={t(runtimeKey(`registers.columns.${key}`))}
              readOnly={kinds[at]?.kind === 'key' || key === 'remark'}
              value={cells[at] ?? ''}
              error={wrongCell(at)}
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
          error={isTried && reason.trim() === '' ? 'required' : undefined}
          onChange={(event) => setReason(event.target.value)}
        />
        {isTried && !isChanged && (
          <p className="soft" role="status">
            {t('registers.correct.unchanged')}
          </p>
        )}
        {wrongAt < 0 && <Failure of={correct.failure} />}
        <div className="actions">
          <Button kind="danger" type="submit" shortcut="Ctrl+Enter" disabled={correct.isRunning}>
            {t('registers.correct.submit')}
          </Button>
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
