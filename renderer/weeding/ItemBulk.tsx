import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import {
  disposals,
  weedingGrounds,
  type Disposal,
  type Item,
  type WeedingGround,
  type WeedingRecord,
} from '../../shared/weeding/contract.ts'
import { isListOpen } from '../../shared/weeding/rules.ts'
import { useCommand } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { ChosenBar } from '../ui/ChosenBar.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'
import type { Choice } from '../ui/use-choice.ts'
import { useNumberText } from '../ui/use-number-text.ts'

type Props = {
  weeding: WeedingRecord
  state: Item['state']
  choice: Choice<Item>
  mayDrop: boolean
}

/** What can be done with the chosen copies of a list. */
export function ItemBulk({ weeding, state, choice, mayDrop }: Props) {
  const { t } = useTranslation()
  const toast = useToast()
  const number = useNumberText()
  const restore = useCommand('weeding.restoreItems')
  const [open, setOpen] = useState<'drop' | 'change' | null>(null)
  const ids = choice.rows.map(({ id }) => id)
  const close = () => setOpen(null)
  const end = () => {
    close()
    choice.clear()
  }
  async function bringBack() {
    const answer = await restore.run({ id: weeding.id, itemIds: ids })
    if (!answer.ok) return
    toast({
      text: t('weeding.items.restored', {
        count: answer.value.items,
        shown: number(answer.value.items),
      }),
    })
    choice.clear()
  }
  const mayRestore = state === 'struck' ? mayDrop : mayDrop && isListOpen(weeding.stage)
  return (
    <>
      <ChosenBar choice={choice}>
        {state === 'listed' && <Button onClick={() => setOpen('change')}>{t('weeding.items.change')}</Button>}
        {state === 'listed' && mayDrop && (
          <Button onClick={() => setOpen('drop')}>
            {t(isListOpen(weeding.stage) ? 'weeding.items.remove' : 'weeding.items.strike')}
          </Button>
        )}
        {state !== 'listed' && mayRestore && (
          <Button icon="restore" disabled={restore.isRunning} onClick={() => void bringBack()}>
            {t('weeding.items.restore')}
          </Button>
        )}
      </ChosenBar>
      <Failure of={restore.failure} />
      {open === 'drop' && <DropDialog weeding={weeding} itemIds={ids} onClose={close} onDone={end} />}
      {open === 'change' && (
        <ChangeDialog weeding={weeding} items={choice.rows} onClose={close} onDone={end} />
      )}
    </>
  )
}

type DropProps = {
  weeding: WeedingRecord
  itemIds: number[]
  onClose: () => void
  onDone: () => void
}

/** Off the list with a reason, which the minutes will say where the council did it. */
function DropDialog({ weeding, itemIds, onClose, onDone }: DropProps) {
  const { t } = useTranslation()
  const toast = useToast()
  const number = useNumberText()
  const drop = useCommand('weeding.dropItems')
  const restore = useCommand('weeding.restoreItems')
  const [reason, setReason] = useState('')
  const isStriking = !isListOpen(weeding.stage)
  const words = { count: itemIds.length, shown: number(itemIds.length) }
  async function submit(event: FormEvent) {
    event.preventDefault()
    const answer = await drop.run({ id: weeding.id, itemIds, reason })
    if (!answer.ok) return
    toast({
      text: t('weeding.drop.done', {
        count: answer.value.items,
        shown: number(answer.value.items),
      }),
      onUndo: async () => void (await restore.run({ id: weeding.id, itemIds })),
    })
    onDone()
  }
  return (
    <Dialog
      title={t(isStriking ? 'weeding.drop.strikeTitle' : 'weeding.drop.title', words)}
      onClose={onClose}
    >
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <p>{t(isStriking ? 'weeding.drop.strikeText' : 'weeding.drop.text', words)}</p>
        <TextField
          label={t('weeding.drop.reason')}
          isRequired
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <Failure of={drop.failure} />
        <div className="actions">
          <Button kind="primary" type="submit" disabled={reason.trim() === '' || drop.isRunning}>
            {t('weeding.drop.submit', words)}
          </Button>
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

type ChangeProps = {
  weeding: WeedingRecord
  items: Item[]
  onClose: () => void
  onDone: () => void
}

/** Another ground while the list is open, another form of disposal until the approval. */
function ChangeDialog({ weeding, items, onClose, onDone }: ChangeProps) {
  const { t } = useTranslation()
  const toast = useToast()
  const number = useNumberText()
  const change = useCommand('weeding.changeItems')
  const [ground, setGround] = useState<WeedingGround | ''>('')
  const [disposal, setDisposal] = useState<Disposal | ''>('')
  const words = { count: items.length, shown: number(items.length) }
  async function submit(event: FormEvent) {
    event.preventDefault()
    const answer = await change.run({
      id: weeding.id,
      itemIds: items.map(({ id }) => id),
      ground: ground || null,
      disposal: disposal || null,
    })
    if (!answer.ok) return
    toast({
      text: t('weeding.change.done', {
        count: answer.value.items,
        shown: number(answer.value.items),
      }),
    })
    onDone()
  }
  return (
    <Dialog title={t('weeding.change.title', words)} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        {isListOpen(weeding.stage) && (
          <Select
            label={t('weeding.items.ground')}
            emptyLabel={t('weeding.change.keep')}
            value={ground}
            options={weedingGrounds.map((each) => ({
              value: each,
              label: t(`copies.grounds.${each}`),
            }))}
            onChange={(event) => setGround(weedingGrounds.find((each) => each === event.target.value) ?? '')}
          />
        )}
        <Select
          label={t('weeding.items.disposal')}
          emptyLabel={t('weeding.change.keep')}
          value={disposal}
          options={disposals.map((each) => ({
            value: each,
            label: t(`weeding.disposals.${each}`),
          }))}
          onChange={(event) => setDisposal(disposals.find((each) => each === event.target.value) ?? '')}
        />
        <Failure of={change.failure} />
        <div className="actions">
          <Button
            kind="primary"
            type="submit"
            disabled={(ground === '' && disposal === '') || change.isRunning}
          >
            {t('weeding.change.submit', words)}
          </Button>
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
