import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { useShortcut } from '../ui/keys.ts'
import { useNumberText } from '../ui/use-number-text.ts'

type Props = { at: number; of: number; onGo: (page: number) => void }

/** Which page of a file of many is shown, and the way to the others. */
export function PageOfFile({ at, of, onGo }: Props) {
  const { t } = useTranslation()
  const number = useNumberText()
  useShortcut('[', () => onGo(at - 1), at > 1)
  useShortcut(']', () => onGo(at + 1), at < of)
  return (
    <figcaption className="row page-of-file">
      <Button icon="back" shortcut="[" disabled={at <= 1} onClick={() => onGo(at - 1)}>
        {t('preservation.picture.previous')}
      </Button>
      <Button icon="forward" shortcut="]" disabled={at >= of} onClick={() => onGo(at + 1)}>
        {t('preservation.picture.next')}
      </Button>
      <label className="row">
        <span>{t('preservation.picture.page')}</span>
        <input
          type="number"
          className="input number"
          min={1}
          max={of}
          value={at}
          onChange={({ target }) => {
            const page = target.valueAsNumber
            if (Number.isInteger(page) && page >= 1 && page <= of) onGo(page)
          }}
        />
      </label>
      <span className="soft number">{t('preservation.picture.ofPages', { pages: number(of) })}</span>
    </figcaption>
  )
}
