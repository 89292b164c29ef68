import { useTranslation } from 'react-i18next'
import type { Output } from '../app/operation-types.ts'
import { Chip } from '../ui/Chip.tsx'
import { formatNumber, numberStyle } from '../ui/numbers.ts'

type Result = Output<'health.trial'>

const tones = { fit: 'good', usable: 'warn', unfit: 'bad' } as const

/** Whether this PC is fit, and for what it is not. */
export function TrialResult({ result }: { result: Result }) {
  const { t, i18n } = useTranslation()
  const style = numberStyle(i18n.language)
  const amounts = amountsOf(result.trial)
  return (
    <section className="card trial" aria-label={t('health.trial.title')} aria-live="polite">
      <h2>{t(`health.trial.verdict.${result.fitness.verdict}`)}</h2>
      <ul className="findings">
        {result.fitness.parts.map(({ part, fit }) => (
          <li key={part}>
            <Chip tone={tones[fit]} icon={fit === 'fit' ? 'check' : 'warning'}>
              {t(`health.trial.fit.${fit}`)}
            </Chip>
            <p>
              {t(`health.trial.parts.${part}`)}:{' '}
              <strong>
                {t(`health.trial.amounts.${part}`, { amount: formatNumber(amounts[part], style) })}
              </strong>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function amountsOf(trial: Result['trial']): Record<Result['fitness']['parts'][number]['part'], number> {
  const tenth = (ms: number) => Math.round(ms * 10) / 10
  return {
    save: tenth(trial.saveMs),
    search: tenth(trial.searchMs),
    import: Math.round(trial.rowsPerSecond),
    hash: Math.round(trial.megabytesHashedPerSecond),
    memory: Math.round(trial.memory / 2 ** 20),
  }
}
