import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { NumberField } from '../ui/NumberField.tsx'

type Asked = { minutes: number | null; isDueOnly: boolean }
type Props = { code: string; onClose: () => void; onStart: (asked: Asked) => void }

/** A check may take days on an old disk, so people give it the time they have. */
export function CheckFixityDialog({ code, onClose, onStart }: Props) {
  const { t } = useTranslation()
  const [minutes, setMinutes] = useState<number | null>(null)
  const [isDueOnly, setDueOnly] = useState(false)
  const isWrong = minutes !== null && (!Number.isInteger(minutes) || minutes < 1 || minutes > 10_000)
  return (
    <Dialog
      title={t('preservation.checkForm.title', { code })}
      onClose={onClose}
      actions={
        <>
          <Button
            kind="primary"
            disabled={isWrong}
            onClick={() => {
              onStart({ minutes, isDueOnly })
              onClose()
            }}
          >
            {t('preservation.checkForm.start')}
          </Button>
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
        </>
      }
    >
      <p>{t('preservation.checkForm.text')}</p>
      <NumberField
        label={t('preservation.checkForm.minutes')}
        hint={t('preservation.checkForm.minutesHint')}
        value={minutes}
        onChange={setMinutes}
        error={isWrong ? 'invalid' : undefined}
      />
      <label className="check">
        <input type="checkbox" checked={isDueOnly} onChange={(event) => setDueOnly(event.target.checked)} />
        <span>{t('preservation.checkForm.isDueOnly')}</span>
      </label>
    </Dialog>
  )
}
