import { useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { weedingGrounds, type WeedingGround } from '../../shared/weeding/contract.ts'
import { useCall, useCommand } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { useFailureText } from '../ui/Failure.tsx'
import { Icon } from '../ui/icons.tsx'
import { InlineSelect } from '../ui/InlineSelect.tsx'
import { isComposing } from '../ui/keys.ts'
import { SearchBox } from '../ui/SearchBox.tsx'
import { useToast } from '../ui/Toasts.tsx'

type Found = { id: number; accessionNumber: string; title: string }
type Said = { text: string; isWrong: boolean; meant: Found | null }
const silent: Said = { text: '', isWrong: false, meant: null }
/** Refusals that a person may overrule after thinking about them. */
const overruled: readonly string[] = ['copy_protected', 'copy_last']

/** Copies scanned or typed one after another into the list, each with the ground chosen before. */
export function ItemAdd({ weedingId }: { weedingId: number }) {
  const { t } = useTranslation()
  const [ground, setGround] = useState<WeedingGround | ''>('')
  const [reason, setReason] = useState('')
  const { text, setText, said, onKeyDown, overrule } = useAdding(weedingId, { ground, reason })
  return (
    <div className="stack tight">
      <div className="row">
        <SearchBox
          label={t('weeding.add.scan')}
          autoFocus
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <InlineSelect
          label={t('weeding.add.ground')}
          value={ground}
          emptyLabel={t('weeding.add.chooseGround')}
          options={weedingGrounds.map((each) => ({
            value: each,
            label: t(`copies.grounds.${each}`),
          }))}
          onChange={(value) => setGround(weedingGrounds.find((each) => each === value) ?? '')}
        />
        <label className="inline-select">
          <span className="soft">{t('weeding.add.reason')}</span>
          <input
            className="input"
            placeholder={t('weeding.add.reason')}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
      </div>
      {said.isWrong ? (
        <div className="notice bad" role="alert">
          <Icon name="warning" />
          <span className="text">{said.text}</span>
          {said.meant && <Button onClick={overrule}>{t('weeding.add.meant')}</Button>}
        </div>
      ) : (
        <p className="soft small" role="status">
          {said.text || t('weeding.add.hint')}
        </p>
      )}
    </div>
  )
}

function useAdding(weedingId: number, given: { ground: WeedingGround | ''; reason: string }) {
  const { ground, reason } = given
  const { t } = useTranslation()
  const call = useCall()
  const toast = useToast()
  const refusalText = useFailureText()
  const add = useCommand('weeding.addItems')
  const drop = useCommand('weeding.dropItems')
  const [text, setText] = useState('')
  const [said, say] = useState<Said>(silent)
  // A scanner is faster than a busy engine: codes are taken one after another, in the order they came.
  const last = useRef(Promise.resolve())

  async function take(copy: Found, meant: WeedingGround, isProtectedMeant: boolean) {
    const { accessionNumber, title, id } = copy
    const answer = await add.run({ id: weedingId, copyIds: [id], ground: meant, reason, isProtectedMeant })
    if (!answer.ok)
      return say({
        text: refusalText(answer.error),
        isWrong: true,
        meant: overruled.includes(answer.error.code) ? copy : null,
      })
    const { added, itemIds } = answer.value
    say({
      ...silent,
      text: t(added > 0 ? 'weeding.add.added' : 'weeding.add.known', { accessionNumber, title }),
    })
    if (added > 0)
      toast({
        text: t('weeding.add.added', { accessionNumber, title }),
        onUndo: async () =>
          void (await drop.run({ id: weedingId, itemIds, reason: t('weeding.add.undoReason') })),
      })
  }
  async function gather(code: string) {
    if (ground === '') return say({ ...silent, text: t('weeding.add.groundFirst', { code }), isWrong: true })
    const answer = await call('copies.byCode', { code })
    const [copy, ...others] = answer.ok ? answer.value : []
    if (!copy) return say({ ...silent, text: t('copies.withdraw.unknown', { code }), isWrong: true })
    if (others.length > 0)
      return say({
        ...silent,
        text: t('copies.withdraw.several', { code, count: others.length + 1 }),
        isWrong: true,
      })
    await take(copy, ground, false)
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || event.ctrlKey || isComposing(event)) return
    event.preventDefault()
    const code = text.trim()
    setText('')
    if (code) last.current = last.current.then(() => gather(code))
  }
  return {
    text,
    setText,
    said,
    onKeyDown,
    overrule: () => said.meant && ground !== '' && void take(said.meant, ground, true),
  }
}
