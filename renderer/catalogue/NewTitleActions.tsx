import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'

type Props = {
  /** Somebody waits for the title on another page. */
  isReturning: boolean
  isRunning: boolean
  /** Just before the form is submitted: whether the record opens then. */
  onSubmit: (willOpen: boolean) => void
  onFields: () => void
}

export function NewTitleActions({ isReturning, isRunning, onSubmit, onFields }: Props) {
  const { t } = useTranslation()
  return (
    <div className="actions">
      <Button
        kind="primary"
        type="submit"
        icon="save"
        shortcut="Ctrl+Enter"
        disabled={isRunning}
        onClick={() => onSubmit(false)}
      >
        {t(isReturning ? 'catalogue.form.saveAndReturn' : 'catalogue.form.saveAndNext')}
      </Button>
      <Button type="submit" disabled={isRunning} onClick={() => onSubmit(true)}>
        {t('catalogue.form.saveAndOpen')}
      </Button>
      <Button onClick={onFields}>{t('catalogue.form.newByMarc')}</Button>
      <span className="soft small">{t('catalogue.form.keys')}</span>
    </div>
  )
}
