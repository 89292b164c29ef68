import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { measureName } from '../../shared/indicators/own-text.ts'
import { runtimeKey } from '../../shared/texts.ts'
import type { Output } from '../app/operation-types.ts'
import { useQuery } from '../app/operations.ts'
import { Chip } from '../ui/Chip.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure } from '../ui/Failure.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { SupposedFigures } from './SupposedFigures.tsx'
import { SupposedValue, type TriedValue } from './SupposedValue.tsx'

type Props = { period: string; onClose: () => void }
type Pending = Output<'indicators.suppose'>['pending'][number]

/** What the figures would be: nothing of it is written, and no paper is made of it. */
export function SupposeDialog({ period, onClose }: Props) {
  const { t } = useTranslation()
  const number = useNumberText()
  const [choices, setChoices] = useState<string[]>([])
  const [values, setValues] = useState<TriedValue[]>([])
  const { value: trial, failure, isLoading } = useQuery('indicators.suppose', { period, choices, values })
  const words = ({ counts, reason }: Pending) =>
    t('reports.suppose.choice', {
      what: counts
        .map(({ tableName, count }) =>
          t(runtimeKey(`indicators.rowCounts.${tableName}`), { count, shown: number(count) }),
        )
        .join('; '),
      reason: t(`indicators.leftOut.reasons.${reason}`),
    })
  const toggle = (choice: string) =>
    setChoices((held) => (held.includes(choice) ? held.filter((each) => each !== choice) : [...held, choice]))
  return (
    <Dialog title={t('reports.suppose.title')} onClose={onClose} isWide>
      <div className="stack no-print" aria-busy={isLoading}>
        <div>
          <Chip tone="warn" icon="warning">
            {t('reports.suppose.trial')}
          </Chip>
        </div>
        <p className="soft">{t('reports.suppose.hint')}</p>
        <Failure of={failure} />
        <fieldset className="stack">
          <legend>{t('reports.suppose.pending')}</legend>
          {trial?.pending.length === 0 && <p className="soft">{t('reports.suppose.noPending')}</p>}
          {trial?.pending.map((pending) => (
            <label key={pending.choice} className="check">
              <input
                type="checkbox"
                checked={choices.includes(pending.choice)}
                onChange={() => toggle(pending.choice)}
              />
              {words(pending)}
            </label>
          ))}
        </fieldset>
        <SupposedValue
          taken={values.map(({ measure }) => measure)}
          onTry={(tried) => setValues((held) => [...held, tried])}
        />
        {values.length > 0 && (
          <div className="row">
            {values.map(({ measure, value }) => {
              const name = measureName(t, measure)
              return (
                <Chip
                  key={measure}
                  removeLabel={t('reports.suppose.remove', { name })}
                  onRemove={() => setValues((held) => held.filter((each) => each.measure !== measure))}
                >
                  {t('reports.suppose.tried', { name, value: number(value) })}
                </Chip>
              )
            })}
          </div>
        )}
        {trial && <SupposedFigures figures={trial.figures} />}
      </div>
    </Dialog>
  )
}
