import { useTranslation } from 'react-i18next'
import { Condition, conditions, CopyStatus, copyStatuses } from '../../shared/copies/contract.ts'
import type { CopyRule } from '../../shared/interchange/copy-rule.ts'
import { Button, IconButton } from '../ui/Button.tsx'

type StateCode = CopyRule['statusCodes'][number]
type Props = { codes: StateCode[]; onChange: (codes: StateCode[]) => void }

const gone = 'withdrawn'

function meaningOf({ status, condition, isWithdrawn }: StateCode): string {
  return isWithdrawn ? gone : (status ?? condition ?? '')
}

function withMeaning(code: StateCode, meaning: string): StateCode {
  const status = CopyStatus.safeParse(meaning)
  const condition = Condition.safeParse(meaning)
  return {
    ...code,
    status: status.success ? status.data : null,
    condition: condition.success ? condition.data : null,
    isWithdrawn: meaning === gone,
  }
}

/** What a code of the other system says of a copy: lost, damaged, lent, gone. */
export function StateCodeTable({ codes, onChange }: Props) {
  const { t } = useTranslation()
  const change = (at: number, part: Partial<StateCode>) =>
    onChange(codes.map((code, other) => (other === at ? { ...code, ...part } : code)))
  return (
    <fieldset className="plain-fieldset">
      <legend>{t('interchange.stateCodes.title')}</legend>
      {codes.length > 0 && (
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('interchange.stateCodes.code')}</th>
              <th scope="col">{t('interchange.stateCodes.value')}</th>
              <th scope="col">{t('interchange.stateCodes.meaning')}</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {codes.map((code, at) => (
              <tr key={at}>
                <td>
                  <input
                    className="input mono"
                    aria-label={t('interchange.stateCodes.code')}
                    maxLength={1}
                    value={code.code}
                    onChange={(event) => change(at, { code: event.target.value })}
                  />
                </td>
                <td>
                  <input
                    className="input mono"
                    aria-label={t('interchange.stateCodes.value')}
                    placeholder={t('interchange.stateCodes.anyValue')}
                    maxLength={100}
                    value={code.value}
                    onChange={(event) => change(at, { value: event.target.value })}
                  />
                </td>
                <td>
                  <select
                    className="input"
                    aria-label={t('interchange.stateCodes.meaning')}
                    value={meaningOf(code)}
                    onChange={(event) => change(at, withMeaning(code, event.target.value))}
                  >
                    <option value="">{t('interchange.defaults.unsaid')}</option>
                    {copyStatuses.map((status) => (
                      <option key={status} value={status}>
                        {t(`copies.statuses.${status}`)}
                      </option>
                    ))}
                    {conditions.map((condition) => (
                      <option key={condition} value={condition}>
                        {t(`copies.conditions.${condition}`)}
                      </option>
                    ))}
                    <option value={gone}>{t('interchange.stateCodes.gone')}</option>
                  </select>
                </td>
                <td className="end">
                  <IconButton
                    icon="remove"
                    label={t('interchange.stateCodes.remove', { code: code.code })}
                    onClick={() => onChange(codes.filter((_, other) => other !== at))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Button
        kind="quiet"
        icon="add"
        onClick={() =>
          onChange([...codes, { code: '1', value: '', status: null, condition: null, isWithdrawn: false }])
        }
      >
        {t('interchange.stateCodes.add')}
      </Button>
    </fieldset>
  )
}
