import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../app/operations.ts'
import { useScanTaker } from '../app/scan-taker.ts'
import { Button } from '../ui/Button.tsx'
import { CodeBox } from '../ui/CodeBox.tsx'
import { useFailureText } from '../ui/Failure.tsx'
import { Icon } from '../ui/icons.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { PickDialog } from './PickDialog.tsx'

type Said = { text: string; isWrong: boolean }

/** Copies scanned one after another, in the order they came; what cannot go says why and what to do. */
export function GatherBox({ shipmentId }: { shipmentId: number }) {
  const { t } = useTranslation()
  const refusalText = useFailureText()
  const toast = useToast()
  const add = useCommand('rotation.addCopies')
  const takeOut = useCommand('rotation.takeOut')
  const box = useRef<HTMLInputElement>(null)
  const [said, say] = useState<Said>({ text: t('rotation.gather.hint'), isWrong: false })
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
    toast({
      text,
      onUndo: async () => void (await takeOut.run({ shipmentId, copyIds: [copy.copyId] })),
    })
  }
  function take(code: string) {
    last.current = last.current.then(() => gather(code))
  }
  useScanTaker(take, !isPicking)
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
