import { useTranslation } from 'react-i18next'
import { displayInstant } from '../../shared/dates.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import type { Draft } from './use-draft.ts'

/** Says quietly that unsaved work came back, and lets it go. */
export function DraftNotice({ draft }: { draft: Draft }) {
  const { t } = useTranslation()
  if (!draft.restoredAt) return null
  return (
    <Notice icon="history" text={t('common.draft.restored', { at: displayInstant(draft.restoredAt) })}>
      <Button onClick={() => draft.drop()}>{t('common.draft.drop')}</Button>
    </Notice>
  )
}
