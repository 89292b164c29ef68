import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useStanding, type Standing } from './standing.ts'

/** The program behind this page is gone. What is typed stays below, so it can be copied before the page is closed. */
export function StandingNotice() {
  const { t } = useTranslation()
  const standing = useStanding()
  const [dismissed, dismiss] = useState<Standing>('here')
  const canReload = standing === 'servedReplaced'
  if (standing === 'here' || standing === dismissed) return null
  return (
    <Dialog
      key={standing}
      title={t(`shell.standing.${standing}.title`)}
      onClose={() => dismiss(standing)}
      actions={
        <>
          <Button kind={canReload ? 'plain' : 'primary'} onClick={() => dismiss(standing)}>
            {t('shell.standing.look')}
          </Button>
          {canReload && (
            <Button kind="primary" onClick={() => location.reload()}>
              {t('shell.standing.reload')}
            </Button>
          )}
        </>
      }
    >
      <p>{t(`shell.standing.${standing}.text`)}</p>
      <p>{t('shell.standing.typed')}</p>
    </Dialog>
  )
}
