import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Selection } from '../../shared/catalogue/contract.ts'
import { useCommand, useQuery } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure, useFailureText } from '../ui/Failure.tsx'
import { Select } from '../ui/Select.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'

type Props = { selection: Selection; count: number; onClose: () => void; onDone: () => void }

/** Titles chosen in the catalogue enter a digital collection. */
export function AddToCollectionDialog({ selection, count, onClose, onDone }: Props) {
  const { t } = useTranslation()
  const number = useNumberText()
  const toast = useToast()
  const refusalText = useFailureText()
  const list = useQuery('digitization.collections', {})
  const add = useCommand('digitization.addToCollection')
  const remove = useCommand('digitization.removeFromCollection')
  const [chosen, choose] = useState<number | null>(null)
  const open = list.value?.filter(({ closedOn }) => closedOn === null) ?? []
  const collection = open.find(({ id }) => id === chosen) ?? open[0]

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (!collection) return
    const answer = await add.run({ collectionId: collection.id, selection })
    if (!answer.ok) return
    const { added, known } = answer.value
    const words = { name: collection.name, shown: number(added.length), known: number(known) }
    toast({
      text: t(`digitization.collections.${known > 0 ? 'addedSome' : 'added'}`, words),
      ...(added.length > 0 && { onUndo: () => undo(collection.id, added) }),
    })
    onDone()
  }
  async function undo(collectionId: number, titleIds: number[]) {
    const answer = await remove.run({ collectionId, titleIds })
    const shown = number(titleIds.length)
    toast({
      text: answer.ok ? t('digitization.collections.takenOut', { shown }) : refusalText(answer.error),
    })
  }
  return (
    <Dialog title={t('digitization.collections.addTitle', { shown: number(count) })} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <Failure of={list.failure ?? add.failure} />
        {list.value && open.length === 0 ? (
          <p>
            {t('digitization.collections.noneOpen')}{' '}
            <Link to="/digitization/jobs/collections">{t('digitization.collections.title')}</Link>
          </p>
        ) : (
          <Select
            label={t('digitization.collections.which')}
            value={String(collection?.id ?? '')}
            options={open.map(({ id, name }) => ({ value: String(id), label: name }))}
            onChange={(event) => choose(Number(event.target.value))}
          />
        )}
        <div className="actions">
          <Button kind="primary" type="submit" disabled={!collection || add.isRunning}>
            {t('digitization.collections.addSubmit')}
          </Button>
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
