import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WordAt } from '../../shared/texts.ts'
import { Button } from './Button.tsx'
import { Field } from './Field.tsx'

type Props = {
  label: string
  hint?: string
  text: string
}
const shownMs = 3000

/** A text to take elsewhere. Where the clipboard is refused, the text is selected for Ctrl+C. */
export function CopyField({ label, hint, text }: Props) {
  const { t } = useTranslation()
  const box = useRef<HTMLInputElement>(null)
  const [said, setSaid] = useState<WordAt<'ui.copy'>>('copy')

  async function copy() {
    box.current?.select()
    const isCopied = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    )
    if (!isCopied) box.current?.focus()
    setSaid(isCopied ? 'copied' : 'manual')
    setTimeout(() => setSaid('copy'), shownMs)
  }
  return (
    <Field label={label} hint={hint}>
      {(wiring) => (
        <div className="input-row">
          <input
            {...wiring}
            ref={box}
            className="input mono"
            readOnly
            value={text}
            onFocus={(event) => event.target.select()}
          />
          <Button icon={said === 'copied' ? 'check' : 'file'} aria-live="polite" onClick={() => void copy()}>
            {t(`ui.copy.${said}`)}
          </Button>
        </div>
      )}
    </Field>
  )
}
