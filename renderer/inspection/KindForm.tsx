import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { FindingKind } from '../../shared/inspection/contract.ts'
import { severities, type Severity } from '../../shared/inspection/rules.ts'
import { useCommand } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { RowOrder } from '../ui/RowOrder.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { kindKeys } from './kind-keys.ts'

type Row = { key: number; id: number | null; name: string; severity: Severity }

const mostKinds = 40

/** What can be wrong with a page, how bad that is, and in which order the keys are. */
export function KindForm({ kinds }: { kinds: readonly FindingKind[] }) {
  const { t } = useTranslation()
  const toast = useToast()
  const save = useCommand('inspection.saveKinds')
  const [rows, setRows] = useState<Row[]>(kinds.map((kind) => ({ key: kind.id, ...kind })))
  const [nextKey, setNextKey] = useState(-1)
  const put = (key: number, change: Partial<Row>) =>
    setRows(rows.map((row) => (row.key === key ? { ...row, ...change } : row)))
  const isReady = rows.length > 0 && rows.every(({ name }) => name.trim() !== '')
  async function submit(event: FormEvent) {
    event.preventDefault()
    const wanted = rows.map(({ id, name, severity }) => ({ id, name, severity }))
    if ((await save.run({ kinds: wanted })).ok) toast({ text: t('common.saved') })
  }
  return (
    <form className="stack" onSubmit={(event) => void submit(event)} aria-label={t('inspection.rules.kinds')}>
      <h2>{t('inspection.rules.kinds')}</h2>
      <p className="soft">{t('inspection.rules.kindsHint')}</p>
      <table className="plain-table kind-rows">
        <thead>
          <tr>
            <th scope="col">{t('inspection.rules.key')}</th>
            <th scope="col">{t('inspection.minutes.finding')}</th>
            <th scope="col">{t('inspection.minutes.severity')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={row.key}>
              <td>
                <kbd>{kindKeys[at]}</kbd>
              </td>
              <td>
                <input
                  className="input"
                  aria-label={`${t('inspection.minutes.finding')} ${at + 1}`}
                  maxLength={100}
                  value={row.name}
                  onChange={(event) => put(row.key, { name: event.target.value })}
                />
              </td>
              <td>
                <select
                  className="input"
                  aria-label={`${t('inspection.minutes.severity')} ${at + 1}`}
                  value={row.severity}
                  onChange={(event) =>
                    put(row.key, {
                      severity: severities.find((each) => each === event.target.value) ?? row.severity,
                    })
                  }
                >
                  {severities.map((each) => (
                    <option key={each} value={each}>
                      {t(`inspection.severities.${each}`)}
                    </option>
                  ))}
                </select>
              </td>
              <td className="stage-acts">
                <RowOrder
                  rows={rows}
                  at={at}
                  labels={{
                    up: t('inspection.rules.up', { number: at + 1 }),
                    down: t('inspection.rules.down', { number: at + 1 }),
                    remove: t('inspection.rules.remove', { number: at + 1 }),
                  }}
                  onChange={setRows}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Failure of={save.failure} />
      <div className="actions">
        <Button kind="primary" type="submit" icon="save" disabled={!isReady || save.isRunning}>
          {t('inspection.rules.saveKinds')}
        </Button>
        <Button
          icon="add"
          disabled={rows.length >= mostKinds}
          onClick={() => {
            setRows([...rows, { key: nextKey, id: null, name: '', severity: 'minor' }])
            setNextKey(nextKey - 1)
          }}
        >
          {t('inspection.rules.addKind')}
        </Button>
      </div>
    </form>
  )
}
