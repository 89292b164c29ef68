import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { placeName } from '../../shared/copies/rules.ts'
import { isoDateAt } from '../../shared/dates.ts'
import { useCommand } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { ActFacts } from './ActFacts.tsx'
import { isLive } from './copy-groups.ts'
import type { ActDialogProps } from './CopyBulk.tsx'
import { readPlace, usePlaces } from './use-places.ts'

/** Moves the chosen copies to one place on one day. */
export function MoveCopiesDialog({ copies, onClose, onDone }: ActDialogProps) {
  const { t } = useTranslation()
  const toast = useToast()
  const number = useNumberText()
  const move = useCommand('copies.moveCopies')
  const { options } = usePlaces()
  const [key, setKey] = useState('')
  const [shelf, setShelf] = useState('')
  const [movedOn, setMovedOn] = useState<string | null>(isoDateAt(Date.now()))
  const live = copies.filter(isLive)
  const place = readPlace(key)
  const words = { count: live.length, shown: number(live.length) }

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (!place || !movedOn) return
    const copyIds = live.map(({ id }) => id)
    const answer = await move.run({ copyIds, ...place, shelf: shelf.trim() || null, movedOn })
    if (!answer.ok) return
    const to = options.find(({ value }) => value === key)?.label ?? ''
    toast({
      text: t('copies.acts.moved', { count: answer.value.copies, shown: number(answer.value.copies), to }),
    })
    onDone()
  }
  return (
    <Dialog title={t('copies.acts.moveTitle', words)} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <ActFacts copies={copies} nameOf={(copy) => placeName(copy.siteName, copy.storeName)} />
        <Select
          label={t('copies.acts.to')}
          isRequired
          emptyLabel={t('copies.acts.choose')}
          options={options}
          value={key}
          onChange={(event) => setKey(event.target.value)}
        />
        <div className="form-grid">
          <DateField label={t('copies.acts.movedOn')} isRequired value={movedOn} onChange={setMovedOn} />
          <TextField
            label={t('copies.fields.shelf')}
            hint={t('copies.acts.shelfHint')}
            value={shelf}
            onChange={(event) => setShelf(event.target.value)}
          />
        </div>
        <Failure of={move.failure} />
        <div className="actions">
          <Button
            kind="primary"
            type="submit"
            disabled={!place || !movedOn || live.length === 0 || move.isRunning}
          >
            {t('copies.acts.move', words)}
          </Button>
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
