import { useTranslation } from 'react-i18next'
import { displayInstant } from '../../shared/dates.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { newIn, type Unfinished } from './gathered.ts'

type Props = { unfinished: Unfinished; onAdd: () => void; onBegin: () => void; onClose: () => void }

/** Asks before copies just chosen touch a withdrawal that was left half done; closing it leaves the old list. */
export function UnfinishedDialog({ unfinished, onAdd, onBegin, onClose }: Props) {
  const { t } = useTranslation()
  const number = useNumberText()
  const { gathered, savedAt } = unfinished
  return (
    <Dialog
      title={t('copies.withdraw.unfinishedTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('copies.withdraw.keepOld')}</Button>
          <Button onClick={onBegin}>{t('copies.withdraw.beginAnew')}</Button>
          <Button kind="primary" onClick={onAdd}>
            {t('copies.withdraw.addToIt')}
          </Button>
        </>
      }
    >
      <p>
        {t('copies.withdraw.unfinished', {
          count: gathered.length,
          shown: number(gathered.length),
          at: displayInstant(savedAt),
          added: number(newIn(unfinished).length),
        })}
      </p>
    </Dialog>
  )
}
