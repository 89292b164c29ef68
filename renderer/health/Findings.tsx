import { useTranslation } from 'react-i18next'
import type { Finding } from '../../shared/health/contract.ts'
import { levels } from '../../shared/health/rules.ts'
import { Chip } from '../ui/Chip.tsx'
import type { IconName } from '../ui/icons.tsx'
import { numberStyle } from '../ui/numbers.ts'
import { formatSize } from '../ui/sizes.ts'

const shapes: Record<Finding['level'], { tone: 'good' | 'warn' | 'bad'; icon: IconName }> = {
  good: { tone: 'good', icon: 'check' },
  watch: { tone: 'warn', icon: 'info' },
  bad: { tone: 'bad', icon: 'warning' },
}

/** The worst first, each with what to do about it. */
export function Findings({ findings }: { findings: Finding[] }) {
  const { t } = useTranslation()
  const amountOf = useAmount()
  const sorted = findings.toSorted((a, b) => levels.indexOf(b.level) - levels.indexOf(a.level))
  return (
    <ul className="findings">
      {sorted.map((finding) => {
        const { tone, icon } = shapes[finding.level]
        return (
          <li key={finding.code}>
            <Chip tone={tone} icon={icon}>
              {t(`health.levels.${finding.level}`)}
            </Chip>
            <div>
              <p>
                {t(`health.findings.${finding.code}.title`)}: <strong>{amountOf(finding)}</strong>
              </p>
              {finding.level !== 'good' && (
                <p className="soft">{t(`health.findings.${finding.code}.next`)}</p>
              )}
            </div>
          </li>
        )
      })}
    </ul>
  )
}

function useAmount(): (finding: Finding) => string {
  const { t, i18n } = useTranslation()
  return ({ code, amount }) => {
    if (code === 'disk_free' || code === 'memory' || code === 'write_ahead')
      return formatSize(amount, numberStyle(i18n.language))
    if (code === 'proven_copy' && amount < 0) return t('health.findings.proven_copy.never')
    return t(`health.findings.${code}.amount`, { count: amount })
  }
}
