import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { isoDateAt } from '../../shared/dates.ts'
import { SessionFields, sessionStates, type Session } from '../../shared/rotation/contract.ts'
import { useCommand, useQuery } from '../app/operations.ts'
import { RecordDialog } from '../app/RecordDialog.tsx'
import type { FieldSpec } from '../ui/RecordFields.tsx'
import { useMobileChoices } from './use-mobile-choices.ts'

const Values = SessionFields.extend({ state: z.enum(sessionStates) })
type Props = { session: Session | null; month: string; onClose: () => void }

const counts = ['children', 'adults', 'disabled', 'minority', 'documents', 'copiesCarried'] as const

/** One stop of the vehicle on one day. */
export function SessionDialog({ session, month, onClose }: Props) {
  const { t } = useTranslation()
  const add = useCommand('rotation.addSession')
  const update = useCommand('rotation.updateSession')
  const today = isoDateAt(Date.now())
  const on = session?.on ?? (today.slice(0, 7) === month.slice(0, 7) ? today : month)
  const { site, vehicle, points, firstSiteId, isReady } = useMobileChoices(on)
  const routes = useQuery('rotation.routes', { on, withPast: true, limit: 200 }).value?.rows ?? []
  // The site proposed must be there before the form begins.
  if (!isReady) return null
  const fields: FieldSpec[] = [
    { kind: 'date', name: 'on', label: t('rotation.fields.on'), isRequired: true },
    {
      kind: 'choice',
      name: 'state',
      label: t('rotation.fields.state'),
      options: sessionStates.map((each) => ({ value: each, label: t(`rotation.sessionStates.${each}`) })),
    },
    {
      kind: 'record',
      name: 'pointId',
      label: t('rotation.fields.servedPoint'),
      options: points,
      emptyLabel: t('rotation.form.otherPlace'),
    },
    {
      kind: 'text',
      name: 'place',
      label: t('rotation.fields.stopPlace'),
      hint: t('rotation.form.placeHint'),
    },
    {
      kind: 'record',
      name: 'routeId',
      label: t('rotation.fields.routeId'),
      options: routes.map(({ id, name }) => ({ value: String(id), label: name })),
      emptyLabel: t('rotation.form.noRoute'),
    },
    vehicle,
    site,
    ...counts.map((name): FieldSpec => ({
      kind: 'number',
      name,
      label: t(`rotation.fields.${name}`),
      ...((name === 'disabled' || name === 'minority') && { hint: t('rotation.form.partHint') }),
      ...(name === 'children' && { hint: t('rotation.form.countHint') }),
    })),
    { kind: 'area', name: 'note', label: t('rotation.fields.note') },
  ]
  const blank = {
    state: on <= today ? 'done' : 'planned',
    routeId: null,
    vehicleId: null,
    pointId: null,
    place: '',
    ...Object.fromEntries(counts.map((name) => [name, null])),
    note: '',
  }
  return (
    <RecordDialog
      title={t(session ? 'rotation.lists.sessions.edit' : 'rotation.lists.sessions.add')}
      formKey={`rotation.sessions/${session?.id ?? 'new'}`}
      schema={Values}
      start={session ? Values.parse(session) : { ...blank, on, siteId: firstSiteId }}
      fields={fields}
      save={(values) =>
        session ? update.run({ ...values, id: session.id, rev: session.rev }) : add.run(values)
      }
      command={session ? update : add}
      fieldByCode={{
        in_future: 'on',
        nowhere: 'place',
        point_closed: 'pointId',
        point_not_found: 'pointId',
        site_not_found: 'siteId',
        route_not_found: 'routeId',
        vehicle_not_found: 'vehicleId',
        vehicle_retired: 'vehicleId',
        part_above_whole: 'disabled',
      }}
      onClose={onClose}
    />
  )
}
