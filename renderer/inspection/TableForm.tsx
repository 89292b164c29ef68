import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { InspectionRule, proposedTable } from '../../shared/inspection/contract.ts'
import type { TableRow } from '../../shared/inspection/rules.ts'
import { useCommand } from '../app/operations.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Select } from '../ui/Select.tsx'
import { useToast } from '../ui/Toasts.tsx'

/** Text as it is typed; a table is judged as a whole when it is saved. */
type Row = Record<keyof TableRow, string>
const columns = ['upTo', 'size', 'major', 'minor'] as const
const criticals = ['fails', 'as_major'] as const

const typed = ({ upTo, size, major, minor }: TableRow): Row => ({
  upTo: upTo === null ? '' : String(upTo),
  size: String(size),
  major: String(major),
  minor: String(minor),
})

function readRow(row: Row): Record<keyof TableRow, number | null> {
  const number = (text: string) => (/^\d+$/.test(text.trim()) ? Number(text) : null)
  return {
    upTo: number(row.upTo),
    size: number(row.size),
    major: number(row.major),
    minor: number(row.minor),
  }
}

/** How many pages lots of a size need, and with how many bad ones they still pass. */
export function TableForm({ rule }: { rule: InspectionRule }) {
  const { t } = useTranslation()
  const toast = useToast()
  const save = useCommand('inspection.setRule')
  const [rows, setRows] = useState<Row[]>(rule.table.map(typed))
  const [critical, setCritical] = useState(rule.critical)
  const wanted = InspectionRule.safeParse({ table: rows.map(readRow), critical })
  const put = (at: number, change: Partial<Row>) =>
    setRows(rows.map((row, place) => (place === at ? { ...row, ...change } : row)))
  async function submit(event: FormEvent) {
    event.preventDefault()
    if (wanted.success && (await save.run(wanted.data)).ok) toast({ text: t('common.saved') })
  }
  return (
    <form className="stack" onSubmit={(event) => void submit(event)} aria-label={t('inspection.rules.table')}>
      <h2>{t('inspection.rules.table')}</h2>
      <p className="soft">{t('inspection.rules.tableHint')}</p>
      <Select
        label={t('inspection.rules.critical')}
        value={critical}
        options={criticals.map((each) => ({ value: each, label: t(`inspection.rules.criticals.${each}`) }))}
        onChange={(event) => setCritical(criticals.find((each) => each === event.target.value) ?? 'fails')}
      />
      <table className="plain-table kind-rows">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`inspection.rules.columns.${column}`)}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // Rows have no name but their place.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={at}>
              {columns.map((column) => (
                <td key={column}>
                  <input
                    className="input number"
                    inputMode="numeric"
                    aria-label={`${t(`inspection.rules.columns.${column}`)} ${at + 1}`}
                    placeholder={column === 'upTo' ? t('inspection.rules.more') : ''}
                    value={row[column]}
                    onChange={(event) => put(at, { [column]: event.target.value })}
                  />
                </td>
              ))}
              <td>
                <IconButton
                  icon="remove"
                  label={t('inspection.rules.remove', { number: at + 1 })}
                  disabled={rows.length === 1}
                  onClick={() => setRows(rows.filter((_, place) => place !== at))}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {!wanted.success && <Notice icon="warning" text={t('inspection.rules.tableWrong')} />}
      <Failure of={save.failure} />
      <div className="actions">
        <Button kind="primary" type="submit" icon="save" disabled={!wanted.success || save.isRunning}>
          {t('inspection.rules.saveTable')}
        </Button>
        <Button
          icon="add"
          onClick={() =>
            setRows([...rows.slice(0, -1), { upTo: '', size: '', major: '0', minor: '0' }, ...rows.slice(-1)])
          }
        >
          {t('inspection.rules.addRow')}
        </Button>
        <Button icon="restore" onClick={() => setRows(proposedTable.map(typed))}>
          {t('inspection.rules.proposed')}
        </Button>
      </div>
    </form>
  )
}
