import { useTranslation } from 'react-i18next'
import type { Output } from '../app/operation-types.ts'
import { Button } from '../ui/Button.tsx'
import { ruleCounts, ruleSwitches } from './rule-parts.ts'

type Props = { rule: Output<'backup.rule'>; onEdit: () => void }

/** When copies are made and how many stay, in plain words. */
export function RuleCard({ rule, onEdit }: Props) {
  const { t } = useTranslation()
  return (
    <section className="stack" aria-label={t('backup.rule.title')}>
      <h2>{t('backup.rule.title')}</h2>
      <ul className="dotted">
        {rule.isAutomatic ? (
          ruleSwitches
            .filter((name) => rule[name])
            .map((name) => <li key={name}>{t(`backup.rule.said.${name}`)}</li>)
        ) : (
          <li>{t('backup.rule.said.never')}</li>
        )}
        <li>
          {t('backup.rule.said.kept', {
            parts: ruleCounts
              .filter((name) => rule[name] > 0)
              .map((name) => t(`backup.rule.saidCounts.${name}`, { count: rule[name] }))
              .join(', '),
          })}
        </li>
        <li>{t('backup.rule.said.checked', { count: rule.checkAfterDays })}</li>
      </ul>
      <div className="row">
        <Button icon="settings" onClick={onEdit}>
          {t('backup.rule.edit')}
        </Button>
      </div>
    </section>
  )
}
