import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams, useSearchParams } from 'react-router'
import { displayDate, isoDateAt } from '../../shared/dates.ts'
import type { Equipment, EquipmentEvent } from '../../shared/facilities/contract.ts'
import { JobProgress } from '../app/JobProgress.tsx'
import { keptAddress } from '../app/kept.ts'
import { useCommand, useJob, useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { useSavedFile } from '../app/use-saved-file.ts'
import { HistoryPart } from '../journal/index.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PropertyList, type Property } from '../ui/PropertyList.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { EquipmentDialog } from './EquipmentDialog.tsx'
import { EventDialog } from './EventDialog.tsx'
import { RetireDialog } from './RetireDialog.tsx'
import { StateChip } from './StateChip.tsx'

type Open = EquipmentEvent['kind'] | 'edit' | 'retire'

/** One thing: what it is, and its life from the day it came. */
export function EquipmentPage() {
  const { t } = useTranslation()
  const id = Number(useParams().id)
  const { value: item, failure } = useQuery('facilities.item', { id, on: isoDateAt(Date.now()) })
  const back = { to: keptAddress('/facilities/equipment'), label: t('facilities.tabs.equipment') }
  if (!item)
    return (
      <div className="page">
        <PageHeader title={t('facilities.menu.item')} back={back} />
        <Failure of={failure} />
      </div>
    )
  return (
    <div className="page">
      <PageHeader title={item.name} back={back}>
        <StateChip state={item.state} />
      </PageHeader>
      <Acts item={item} />
      <section className="card">
        <h2>{t('facilities.item.facts')}</h2>
        <Facts item={item} />
      </section>
      <section className="card">
        <h2>{t('facilities.card.life')}</h2>
        <Life item={item} />
      </section>
      <HistoryPart of={{ tableName: 'equipment', rowId: id }} />
    </div>
  )
}

function Acts({ item }: { item: Equipment }) {
  const { t } = useTranslation()
  const can = useCan()
  // A draft leads here with the form open.
  const isDraft = useSearchParams()[0].has('edit')
  const [open, setOpen] = useState<Open | null>(isDraft ? 'edit' : null)
  const cards = useJob('facilities.printCards')
  useSavedFile(cards.output?.file, cards.clear)
  const close = () => setOpen(null)
  const isUsed = item.retiredOn === null
  const next: EquipmentEvent['kind'] | null =
    item.state === 'working' ? 'broken' : item.state === 'broken' ? 'repair' : 'working'
  return (
    <>
      <div className="row no-print">
        {can('facilities.write') && (
          <>
            {isUsed && (
              <Button kind="primary" icon="add" onClick={() => setOpen(next)}>
                {t('facilities.event.add')}
              </Button>
            )}
            <Button icon="edit" onClick={() => setOpen('edit')}>
              {t('common.actions.edit')}
            </Button>
            {isUsed && (
              <Button icon="box" onClick={() => setOpen('retire')}>
                {t('facilities.retire.open')}
              </Button>
            )}
          </>
        )}
        <Button
          icon="print"
          disabled={cards.isRunning}
          onClick={() => void cards.start({ equipmentIds: [item.id], format: 'docx' })}
        >
          {t('facilities.card.print')}
        </Button>
      </div>
      <JobProgress run={cards} />
      {open === 'edit' && <EquipmentDialog equipment={item} onClose={close} />}
      {open === 'retire' && <RetireDialog equipment={[item]} onClose={close} onDone={close} />}
      {open !== null && open !== 'edit' && open !== 'retire' && (
        <EventDialog item={item} kind={open} onClose={close} />
      )}
    </>
  )
}

function Facts({ item }: { item: Equipment }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const plain = (key: 'inventoryNumber' | 'model' | 'serialNumber' | 'tagType' | 'note') => ({
    key,
    label: t(`facilities.fields.${key}`),
    value: item[key],
  })
  const day = (on: string | null) => (on === null ? '' : displayDate(on))
  const retirement = item.retirement && [
    {
      key: 'retirement',
      label: t('facilities.fields.retirementId'),
      value: `${item.retirement.number}, ${day(item.retirement.decidedOn)}: ${item.retirement.reason}`,
      isWide: true,
    },
  ]
  return (
    <PropertyList
      properties={[
        plain('inventoryNumber'),
        {
          key: 'kind',
          label: t('facilities.fields.kind'),
          value: t(`facilities.equipmentKinds.${item.kind}`),
        },
        {
          key: 'usedBy',
          label: t('facilities.fields.usedBy'),
          value: t(`facilities.purposes.${item.purpose}`),
        },
        plain('model'),
        plain('serialNumber'),
        plain('tagType'),
        {
          key: 'source',
          label: t('facilities.fields.source'),
          value: item.gift
            ? t(`facilities.sources.${item.source}`)
            : [t(`facilities.sources.${item.source}`), item.sourceName].filter(Boolean).join(': '),
        },
        ...useGiftFacts(item.gift),
        { key: 'acquiredOn', label: t('facilities.fields.acquiredOn'), value: day(item.acquiredOn) },
        {
          key: 'price',
          label: t('facilities.fields.price'),
          value: item.price === null ? '' : number(item.price),
        },
        { key: 'warranty', label: t('facilities.fields.warrantyUntil'), value: day(item.warrantyUntil) },
        {
          key: 'place',
          label: t('facilities.card.place'),
          value: [item.roomName, item.siteName].filter(Boolean).join(', '),
        },
        {
          key: 'repairCost',
          label: t('facilities.item.repairCost'),
          value: item.repairCost === 0 ? '' : number(item.repairCost),
        },
        ...(retirement ?? []),
        { ...plain('note'), isWide: true },
      ]}
    />
  )
}

/** Who gave it, in what gift and by which project; each opens its own page. */
function useGiftFacts(gift: Equipment['gift']): Property[] {
  const { t } = useTranslation()
  const can = useCan()
  if (!gift) return []
  const { id, what, projectId, projectName, partnerId, donorName } = gift
  const door = (to: string, name: string) => (can('cooperation.read') ? <Link to={to}>{name}</Link> : name)
  const donor = donorName || t('facilities.given.unnamed')
  return [
    { key: 'gift', label: t('facilities.given.gift'), value: door(`/cooperation/gifts/${id}`, what) },
    {
      key: 'project',
      label: t('facilities.given.project'),
      value: projectId !== null && door(`/cooperation/projects/${projectId}`, projectName ?? ''),
    },
    {
      key: 'donor',
      label: t('facilities.given.donor'),
      value: partnerId === null ? donor : door(`/cooperation/partners/${partnerId}`, donor),
    },
  ]
}

/** From its last event back to the day it came. */
function Life({ item }: { item: Equipment }) {
  const { t } = useTranslation()
  const can = useCan()
  const number = useNumberText()
  const toast = useToast()
  const remove = useCommand('facilities.removeEvent')
  const add = useCommand('facilities.addEvent')
  async function drop({ id, ...event }: EquipmentEvent) {
    const answer = await remove.run({ id })
    if (answer.ok)
      toast({
        text: t('facilities.event.removed'),
        onUndo: async () => void (await add.run({ ...event, equipmentId: item.id })),
      })
  }
  const mayChange = can('facilities.write') && item.retiredOn === null
  return (
    <>
      <Failure of={remove.failure} />
      <ol className="life">
        {item.retirement && (
          <li>
            <time>{displayDate(item.retirement.decidedOn)}</time>
            <span>{t('facilities.card.retired', { number: item.retirement.number })}</span>
          </li>
        )}
        {item.events.map((event) => (
          <li key={event.id}>
            <time>{displayDate(event.on)}</time>
            <span>
              <strong>{t(`facilities.eventKinds.${event.kind}`)}</strong>
              {event.kind === 'repair' &&
                ` ${event.until === null ? t('facilities.event.notBack') : t('facilities.event.backOn', { on: displayDate(event.until) })}`}
              {event.cost !== null && ` ${t('facilities.event.costs', { cost: number(event.cost) })}`}
              {event.note !== '' && `. ${event.note}`}
            </span>
            {mayChange && (
              <IconButton
                icon="remove"
                label={t('facilities.event.remove', { on: displayDate(event.on) })}
                onClick={() => void drop(event)}
              />
            )}
          </li>
        ))}
        <li>
          <time>{displayDate(item.acquiredOn)}</time>
          <span>{t('facilities.item.came', { how: t(`facilities.sources.${item.source}`) })}</span>
        </li>
      </ol>
    </>
  )
}
