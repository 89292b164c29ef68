import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../app/operations.ts'
import { useScanTaker } from '../app/scan-taker.ts'
import { Button } from '../ui/Button.tsx'
import { CodeBox } from '../ui/CodeBox.tsx'
import { useFailureText } from '../ui/Failure.tsx'
import { Icon } from '../ui/icons.tsx'
import { useShortcut } from '../ui/keys.ts'
import { PickDialog } from './PickDialog.tsx'

type Said = { text: string; isWrong: boolean }

/** Copies scanned one after another, in the order they came; what cannot go says why and what to do. */
export function GatherBox({ shipmentId }: { shipmentId: number }) {
  const { t } = useTranslation()
  const refusalText = useFailureText()
  const add = useCommand('rotation.addCopies')
  const takeOut = useCommand('rotation.takeOut')
  const box = useRef<HTMLInputElement>(null)
  const [said, say] = useState<Said>({ text: t('rotation.gather.hint'), isWrong: false })
  const [lastId, setLastId] = useState<number | null>(null)
  const [isPicking, setPicking] = useState(false)
  // A scanner is faster than a busy engine.
  const last = useRef(Promise.resolve())
  async function gather(code: string) {
    const answer = await add.run({ shipmentId, code })
    if (!answer.ok) return say({ text: refusalText(answer.error), isWrong: true })
    const [copy] = answer.value.added
    if (!copy) return say({ text: t('rotation.gather.again', { code }), isWrong: false })
    const text = t('rotation.gather.added', { accessionNumber: copy.accessionNumber, title: copy.title })
    say({ text, isWrong: false })
    setLastId(copy.copyId)
  }
  async function undo() {
    if (lastId === null) return
    setLastId(null)
    const answer = await takeOut.run({ shipmentId, copyIds: [lastId] })
    if (answer.ok) say({ text: t('rotation.copies.takenOut', { count: 1 }), isWrong: false })
    else say({ text: refusalText(answer.error), isWrong: true })
  }
  function take(code: string) {
    last.current = last.current.then(() => gather(code))
  }
  useScanTaker(take, !isPicking)
  useShortcut('Ctrl+Z', () => void undo(), lastId !== null)
  return (
    <div className="stack tight no-print">
      <div className="row">
        <CodeBox
          ref={box}
          className="gather-box"
          label={t('rotation.gather.box')}
          maxLength={100}
          onCode={take}
          onLeave={() => box.current?.blur()}
        />
        <Button icon="restore" shortcut="Ctrl+Z" disabled={lastId === null} onClick={() => void undo()}>
          {t('rotation.gather.undo')}
        </Button>
        <Button icon="search" onClick={() => setPicking(true)}>
          {t('rotation.gather.pick')}
        </Button>
      </div>
      {said.isWrong ? (
        <div className="notice bad" role="alert">
          <Icon name="warning" />
          <span className="text">{said.text}</span>
        </div>
      ) : (
        <p className="soft small" role="status">
          {said.text}
        </p>
      )}
      {isPicking && <PickDialog shipmentId={shipmentId} onClose={() => setPicking(false)} />}
    </div>
  )
}
