import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { legacyReading } from '../../shared/legacy/rules.ts'
import { useToast } from '../ui/Toasts.tsx'

type Field = HTMLInputElement | HTMLTextAreaElement

function isField(target: EventTarget | null): target is Field {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
}

/** As the field took it: no line breaks in a line, one kind of them elsewhere. */
function asTaken(pasted: string, field: Field): string {
  return field instanceof HTMLInputElement ? pasted.replace(/[\r\n]/g, '') : pasted.replace(/\r\n?/g, '\n')
}

/** Through the field's own setter, so that React sees a change as if somebody had typed it. */
function put(field: Field, value: string) {
  const type = field instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement
  Object.getOwnPropertyDescriptor(type.prototype, 'value')?.set?.call(field, value)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

/** Text pasted from a document in fonts or encodings older than Unicode stays as it came, with an offer to make it readable. */
export function useLegacyPaste() {
  const { t } = useTranslation()
  const toast = useToast()
  useEffect(() => {
    function onPaste(event: ClipboardEvent) {
      const field = event.target
      if (!isField(field)) return
      const pasted = asTaken(event.clipboardData?.getData('text/plain') ?? '', field)
      const reading = legacyReading(pasted)
      if (!reading) return
      toast({
        text: t('shell.legacyPaste.found', { reading: reading.text.slice(0, 60) }),
        act: {
          label: t('shell.legacyPaste.convert'),
          run: () =>
            field.isConnected &&
            put(
              field,
              field.value.replace(pasted, () => reading.text),
            ),
        },
      })
    }
    document.addEventListener('paste', onPaste)
    return () => document.removeEventListener('paste', onPaste)
  }, [t, toast])
}
