import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RowIn } from '../app/operation-types.ts'
import { useCommand, useQuery } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure } from '../ui/Failure.tsx'
import { SearchBox } from '../ui/SearchBox.tsx'
import { useToast } from '../ui/Toasts.tsx'

type Props = { shipmentId: number; onClose: () => void }
type Found = RowIn<'copies.search'>
const shownAtMost = 50

/** Copies found by words of their title or by their number, chosen together. */
export function PickDialog({ shipmentId, onClose }: Props) {
  const { t } = useTranslation()
  const toast = useToast()
  const add = useCommand('rotation.addCopies')
  const takeOut = useCommand('rotation.takeOut')
  const [text, setText] = useState('')
  const [chosen, choose] = useState<ReadonlySet<number>>(new Set())
  const asked = useDeferredValue(text.trim())
  const found = useQuery(
    'copies.search',
    { filters: { text: asked, status: 'available' }, sort: 'title', limit: shownAtMost, offset: 0 },
    { isActive: asked !== '', keepsPrevious: true },
  )
  const rows = asked === '' ? [] : (found.value?.rows ?? [])
  function toggle({ id }: Found) {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    choose(next)
  }
  async function save() {
    const answer = await add.run({ shipmentId, copyIds: [...chosen] })
    if (!answer.ok) return
    const copyIds = answer.value.added.map(({ copyId }) => copyId)
    toast({
      text: t('rotation.gather.picked', { count: copyIds.length }),
      ...(copyIds.length > 0 && {
        onUndo: async () => void (await takeOut.run({ shipmentId, copyIds })),
      }),
    })
    onClose()
  }
  return (
    <Dialog
      title={t('rotation.gather.pick')}
      onClose={onClose}
      isWide
      actions={
        <>
          <Button
            kind="primary"
            icon="add"
            disabled={chosen.size === 0 || add.isRunning}
            onClick={() => void save()}
          >
            {t('rotation.gather.take', { count: chosen.size })}
          </Button>
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
        </>
      }
    >
      <SearchBox
        label={t('rotation.gather.search')}
        autoFocus
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Failure of={found.failure ?? add.failure} />
      {asked === '' && <p className="soft">{t('rotation.gather.searchHint')}</p>}
      {asked !== '' && found.value && rows.length === 0 && (
        <p className="soft">{t('rotation.gather.nothing')}</p>
      )}
      <ul className="pick-copies">
        {rows.map((copy) => (
          <li key={copy.id}>
            <label className="check">
              <input type="checkbox" checked={chosen.has(copy.id)} onChange={() => toggle(copy)} />
              <span>
                <strong>{copy.accessionNumber}</strong> {copy.title}
              </span>
            </label>
          </li>
        ))}
      </ul>
      {rows.length === shownAtMost && (
        <p className="soft small">{t('rotation.gather.more', { most: shownAtMost })}</p>
      )}
    </Dialog>
  )
}
