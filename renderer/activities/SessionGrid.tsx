import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { attendanceParts, sessionStates } from '../../shared/activities/contract.ts'
import { quarterOf } from '../../shared/dates.ts'
import { Button } from '../ui/Button.tsx'
import { EntryGrid, type EntryColumn } from '../ui/EntryGrid.tsx'
import { InlineSelect } from '../ui/InlineSelect.tsx'
import { numberStyle } from '../ui/numbers.ts'
import { Notice } from '../ui/Notice.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import {
  emptySession,
  readSessions,
  repeated,
  rhythms,
  type Rhythm,
  type SessionKey,
  type SessionRow,
} from './session-rows.ts'

type Props = { rows: SessionRow[]; onChange: (rows: SessionRow[]) => void }

const mostSessions = 400
const offeredCounts = [2, 3, 4, 5, 6, 8, 10, 12, 20, 40]

/** Sessions and who came to each, typed or pasted as in a spreadsheet. */
export function SessionGrid({ rows, onChange }: Props) {
  const { t, i18n } = useTranslation()
  const number = useNumberText()
  const style = numberStyle(i18n.language)
  const columns = useColumns()
  const { sessions, problems } = useMemo(() => readSessions(rows, style), [rows, style])
  const told = problems.map(({ row, key, code }) => ({
    row,
    key,
    text: t(`activities.session.wrong.${code}`),
  }))
  const total = sessions.reduce((sum, { attended }) => sum + (attended ?? 0), 0)
  const across = sessions.find(({ on, until }) => on !== '' && until !== null && isInOtherQuarter(on, until))
  return (
    <div className="stack">
      <Repeat rows={rows} onChange={onChange} />
      <div className="session-grid">
        <EntryGrid
          label={t('activities.session.grid')}
          columns={columns}
          rows={rows}
          onChange={onChange}
          problems={told}
          newRow={(above) => ({ ...emptySession, state: above?.state ?? 'planned' })}
          maxRows={mostSessions}
          mayRemoveRows={rows.length > 1}
          foot={<span>{t('activities.session.total', { shown: number(total) })}</span>}
        />
      </div>
      {across && <Notice icon="warning" text={t('activities.session.acrossQuarters')} />}
    </div>
  )
}

function isInOtherQuarter(on: string, until: string): boolean {
  const [from, to] = [quarterOf(on), quarterOf(until)]
  return from.quarter !== to.quarter || from.year !== to.year
}

function Repeat({ rows, onChange }: Props) {
  const { t } = useTranslation()
  const [rhythm, setRhythm] = useState<Rhythm>('week')
  const [wanted, setWanted] = useState(5)
  return (
    <div className="row">
      <InlineSelect
        label={t('activities.session.repeat')}
        value={rhythm}
        options={rhythms.map((each) => ({ value: each, label: t(`activities.session.rhythms.${each}`) }))}
        onChange={(value) => setRhythm(rhythms.find((each) => each === value) ?? 'week')}
      />
      <InlineSelect
        label={t('activities.session.until')}
        value={String(wanted)}
        options={offeredCounts.map((count) => ({
          value: String(count),
          label: t('activities.session.count', { count }),
        }))}
        onChange={(value) => setWanted(Number(value))}
      />
      <Button icon="add" onClick={() => onChange(repeated(rows, rhythm, wanted))}>
        {t('activities.session.fill')}
      </Button>
    </div>
  )
}

function useColumns(): EntryColumn<SessionKey>[] {
  const { t } = useTranslation()
  return useMemo(
    () => [
      { key: 'on', label: t('activities.session.on'), widthPx: 98, isRequired: true },
      { key: 'attended', label: t('activities.session.attended'), widthPx: 74, align: 'end' },
      { key: 'startTime', label: t('activities.session.startTime'), widthPx: 56 },
      { key: 'endTime', label: t('activities.session.endTime'), widthPx: 56 },
      ...attendanceParts.map((part): EntryColumn<SessionKey> => ({
        key: part,
        label: t(`activities.session.${part}`),
        widthPx: 78,
        align: 'end',
      })),
      {
        key: 'state',
        label: t('activities.session.state'),
        widthPx: 92,
        options: sessionStates.map((each) => ({ value: each, label: t(`activities.sessionStates.${each}`) })),
      },
      { key: 'until', label: t('activities.session.until_day'), widthPx: 96 },
      { key: 'note', label: t('activities.session.note'), widthPx: 220 },
    ],
    [t],
  )
}
