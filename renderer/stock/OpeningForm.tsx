import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DraftNotice } from '../app/DraftNotice.tsx'
import { Button } from '../ui/Button.tsx'
import { DateField } from '../ui/DateField.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { EntryGrid } from '../ui/EntryGrid.tsx'
import { Failure } from '../ui/Failure.tsx'
import { useShortcut } from '../ui/keys.ts'
import { nextRow, type OpeningRow } from './opening-rows.ts'
import { OpeningSum } from './OpeningSum.tsx'
import { OtherSheet } from './OtherSheet.tsx'
import { useOpeningColumns, type Choices } from './use-opening-columns.ts'
import { useOpeningSheet, type Sheet } from './use-opening-sheet.ts'

type Props = { sheet: Sheet; choices: Choices; mayWrite: boolean }

const mostRows = 2000

/** The whole sheet in one grid: typed, pasted from Excel, and recorded at once. */
export function OpeningForm({ sheet, choices, mayWrite }: Props) {
  const { t } = useTranslation()
  const opening = useOpeningSheet(sheet, choices)
  const { rows, setRows, maySave, isDirty, other } = opening
  const editable = !mayWrite ? 'nothing' : sheet.reported ? 'evidence' : 'all'
  const columns = useOpeningColumns(choices, editable)
  const mayAdd = editable === 'all'
  const [isBeginning, setBeginning] = useState(false)
  const newRow = (above: OpeningRow | undefined) => nextRow(above, choices.sites[0]?.value ?? '')
  useShortcut('Ctrl+Enter', () => void opening.save())
  return (
    <div className="panel-filled">
      <DraftNotice draft={opening.draft} />
      <Failure of={opening.failure} />
      {other && (
        <OtherSheet
          sheet={other}
          onKeepMine={() => void opening.save(other.version)}
          onTakeTheirs={opening.takeTheirs}
        />
      )}
      <div className="quarter-row">
        <DateField
          label={t('stock.opening.asOf')}
          value={opening.asOf}
          disabled={!mayAdd}
          isRequired
          onChange={opening.setAsOf}
        />
        {mayAdd && <span className="soft">{t('stock.opening.pasteHint')}</span>}
      </div>
      {rows.length === 0 ? (
        <div className="table">
          <EmptyState icon="book" text={t('stock.opening.empty')}>
            {mayAdd && (
              <Button
                kind="primary"
                icon="add"
                onClick={() => {
                  setBeginning(true)
                  setRows([newRow(undefined)])
                }}
              >
                {t('stock.opening.begin')}
              </Button>
            )}
          </EmptyState>
        </div>
      ) : (
        <EntryGrid
          label={t('stock.opening.grid')}
          columns={columns}
          rows={rows}
          onChange={setRows}
          problems={opening.problems}
          maxRows={mostRows}
          mayRemoveRows={mayAdd}
          takesFocus={isBeginning}
          foot={<OpeningSum rows={opening.read} sheet={sheet} />}
          {...(mayAdd ? { newRow } : {})}
        />
      )}
      {mayWrite && (
        <div className="row">
          <Button
            kind="primary"
            icon="save"
            shortcut="Ctrl+Enter"
            disabled={!maySave}
            onClick={() => void opening.save()}
          >
            {t('stock.opening.save')}
          </Button>
          <Button disabled={!isDirty} onClick={() => opening.draft.drop()}>
            {t('stock.opening.drop')}
          </Button>
          {isDirty && <span className="soft">{t('stock.opening.changed')}</span>}
        </div>
      )}
    </div>
  )
}
