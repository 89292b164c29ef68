import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import { choiceLimit, type Choice } from './use-choice.ts'
import { useNumberText } from './use-number-text.ts'

/** What can be done with the rows that are chosen; there only while some are. */
export function ChosenBar<Row>({ choice, children }: { choice: Choice<Row>; children: ReactNode }) {
  const { t } = useTranslation()
  const number = useNumberText()
  if (choice.count === 0) return null
  const shown = number(choice.count)
  return (
    <div className="chosen-bar no-print" role="toolbar" aria-label={t('ui.chosen.label')}>
      <strong aria-live="polite">{t(choice.isAll ? 'ui.chosen.all' : 'ui.chosen.some', { shown })}</strong>
      {choice.rows.length >= choiceLimit && (
        <span className="soft small">{t('ui.chosen.limit', { shown: number(choiceLimit) })}</span>
      )}
      {children}
      <span className="spacer" />
      <Button kind="quiet" icon="close" shortcut="Esc" onClick={choice.clear}>
        {t('ui.chosen.clear')}
      </Button>
    </div>
  )
}
