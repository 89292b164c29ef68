import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import type { Draft } from './use-draft.ts'

type Props = { draft: Draft; isRunning: boolean; onClose: () => void; onReopen: () => void }

/** How a form that opened in a record's place ends: saved, or let go with a way back. */
export function EditActions({ draft, isRunning, onClose, onReopen }: Props) {
  const { t } = useTranslation()
  return (
    <div className="actions">
      <Button kind="primary" type="submit" icon="save" shortcut="Ctrl+Enter" disabled={isRunning}>
        {t('common.actions.save')}
      </Button>
      <Button
        onClick={() => {
          draft.drop(onReopen)
          onClose()
        }}
      >
        {t('common.actions.cancel')}
      </Button>
    </div>
  )
}
