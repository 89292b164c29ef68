import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { displayDate, isoDateAt, parseDate } from '../../shared/dates.ts'
import {
  SessionFields,
  sessionStates,
  type Session,
  type SessionFilters,
} from '../../shared/rotation/contract.ts'
import { ListExport } from '../app/ListExport.tsx'
import { useCommand, useJob, usePages, useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { RegisterPage } from '../app/RegisterPage.tsx'
import { useNarrowing } from '../app/use-narrowing.ts'
import { useSearchText } from '../app/use-search-text.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import type { Column } from '../ui/Table.tsx'
import { useChoice } from '../ui/use-choice.ts'
import { useNumberText } from '../ui/use-number-text.ts'
import { lastDayOf } from './month.ts'
import { placeOf } from './place.ts'
import { PlanDialog } from './PlanDialog.tsx'
import { RotationTabs } from './RotationTabs.tsx'
import { SessionBulk } from './SessionBulk.tsx'
import { SessionDialog } from './SessionDialog.tsx'
import { SessionFilterBar } from './SessionFilterBar.tsx'
import { SessionChip } from './StateChip.tsx'
import { useListWords } from './use-list-words.ts'

/** A month of the vehicle: where it goes, where it was, and who was served there. */
export function SessionListPage() {
  const { t } = useTranslation()
  const can = useCan()
  const number = useNumberText()
  const { search, narrow } = useNarrowing()
  const [text, setText] = useSearchText()
  const month = parseDate(search.get('month') ?? '') ?? `${isoDateAt(Date.now()).slice(0, 7)}-01`
  const filters = useFilters(search, month, text)
  const list = usePages('rotation.sessions', filters)
  const remove = useCommand('rotation.removeSession')
  const add = useCommand('rotation.addSession')
  const run = useJob('rotation.exportList')
  const [isPlanning, setPlanning] = useState(false)
  const mayWrite = can('rotation.write')
  const total = list.firstPage?.total
  const choice = useChoice<Session>({
    keyOf: ({ id }) => id,
    load: (first, last) => list.rows.slice(first, last + 1),
    allCount: null,
    listKey: JSON.stringify(filters),
  })
  return (
    <RegisterPage
      name="mobileSessions"
      icon="calendar"
      words={useListWords('sessions', placeOf)}
      list={list}
      columns={useColumns()}
      isNarrowed={isNarrowed(filters)}
      mayWrite={mayWrite}
      tabs={<RotationTabs />}
      tools={
        <>
          <ListExport
            run={run}
            onStart={(format) => void run.start({ choice: { list: 'sessions', filters }, format })}
          />
          {mayWrite && (
            <Button icon="calendar" onClick={() => setPlanning(true)}>
              {t('rotation.plan.open')}
            </Button>
          )}
        </>
      }
      filters={
        <SessionFilterBar month={month} filters={filters} text={text} onText={setText} narrow={narrow} />
      }
      dialog={(session, onClose) => (
        <SessionDialog key={session?.id} session={session} month={month} onClose={onClose} />
      )}
      removal={remove}
      onRemove={async (session) => {
        const answer = await remove.run({ id: session.id, rev: session.rev })
        return answer.ok ? () => add.run({ ...SessionFields.parse(session), state: session.state }) : null
      }}
      choice={choice}
      foot={
        total && (
          <span>
            {t('rotation.list.sessionTotal', {
              sessions: number(total.sessions),
              done: number(total.done),
              readers: total.readers === null ? t('rotation.list.notCounted') : number(total.readers),
              documents: total.documents === null ? t('rotation.list.notCounted') : number(total.documents),
            })}
          </span>
        )
      }
    >
      <CountedNotice sessions={list.rows} />
      <SessionBulk choice={choice} mayWrite={mayWrite} />
      {isPlanning && <PlanDialog month={month} onClose={() => setPlanning(false)} />}
    </RegisterPage>
  )
}

/** Which of two sources is the figure of visits outside the library that month. */
function CountedNotice({ sessions }: { sessions: readonly Session[] }) {
  const { t } = useTranslation()
  const counted = sessions.find(({ isInCounters, readers }) => isInCounters && readers !== null)
  if (!counted) return null
  return <Notice text={t('rotation.list.inCounters', { site: counted.siteName })} />
}

function useFilters(search: URLSearchParams, month: string, text: string): SessionFilters {
  const number = (name: string) => Number(search.get(name)) || null
  // A search goes through all months, as does what waits for a word since earlier ones.
  const isOpen = text !== '' || search.get('months') === 'all'
  return {
    text,
    from: isOpen ? null : month,
    to: isOpen ? parseDate(search.get('to') ?? '') : lastDayOf(month),
    state: sessionStates.find((each) => each === search.get('state')) ?? null,
    siteId: number('siteId'),
    routeId: number('routeId'),
    vehicleId: number('vehicleId'),
  }
}

function isNarrowed({ text, state, siteId, routeId, vehicleId }: SessionFilters): boolean {
  return text !== '' || [state, siteId, routeId, vehicleId].some((each) => each !== null)
}

function useColumns(): Column<Session>[] {
  const { t } = useTranslation()
  const number = useNumberText()
  const sites = useQuery('copies.sites', {}).value ?? []
  const hasSites = sites.length > 1
  return useMemo(() => {
    const count = (
      key: 'readers' | 'children' | 'adults' | 'documents',
      widthPx: number,
    ): Column<Session> => ({
      key,
      label: t(`rotation.fields.${key}`),
      widthPx,
      align: 'end',
      cell: (row) => (row[key] === null ? '' : number(row[key])),
    })
    return [
      { key: 'on', label: t('rotation.fields.on'), widthPx: 104, cell: ({ on }) => displayDate(on) },
      { key: 'place', label: t('rotation.fields.place'), widthPx: 200, grows: true, cell: placeOf },
      {
        key: 'route',
        label: t('rotation.fields.routeId'),
        widthPx: 120,
        grows: true,
        cell: ({ routeName }) => routeName ?? '',
      },
      ...(hasSites
        ? [
            {
              key: 'site',
              label: t('rotation.fields.siteId'),
              widthPx: 110,
              cell: ({ siteName }: Session) => siteName,
            },
          ]
        : []),
      {
        key: 'state',
        label: t('rotation.fields.state'),
        widthPx: 134,
        cell: ({ state }) => <SessionChip state={state} />,
      },
      count('readers', 84),
      count('children', 92),
      count('adults', 92),
      count('documents', 114),
    ]
  }, [t, number, hasSites])
}
