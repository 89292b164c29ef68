import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { displayDate, isoDateAt } from '../../shared/dates.ts'
import {
  checklistStates,
  type Checklist,
  type ChecklistLine,
  type FacilitiesRule,
} from '../../shared/facilities/contract.ts'
import { runtimeKey } from '../../shared/texts.ts'
import { ListExport } from '../app/ListExport.tsx'
import { useCommand, useJob, useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { useAsOf } from '../app/use-as-of.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Notice } from '../ui/Notice.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Table, type Column } from '../ui/Table.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { FacilitiesTabs } from './FacilitiesTabs.tsx'
import { LineDialog } from './LineDialog.tsx'
import { RuleDialog } from './RuleDialog.tsx'
import { StateDialog } from './StateDialog.tsx'

export function WorkflowPage() {
  return <ChecklistPage checklist="workflow" />
}

export function InfrastructurePage() {
  return <ChecklistPage checklist="infrastructure" />
}

type Open = 'state' | 'line' | 'new' | 'rule'

/** Line by line: done by machine, by hand, or partly, from a day on; and what share that makes. */
function ChecklistPage({ checklist }: { checklist: Checklist }) {
  const { t } = useTranslation()
  const can = useCan()
  const { on, isToday, narrow } = useAsOf()
  const asked = useQuery('facilities.checklist', { checklist, on }, { keepsPrevious: true })
  const [selected, setSelected] = useState<number | null>(null)
  const [open, setOpen] = useState<Open | null>(null)
  const run = useJob('facilities.exportList')
  const lineNameOf = useLineName()
  const lines = asked.value?.lines ?? []
  const chosen = lines.find(({ id }) => id === selected)
  const mayWrite = can('facilities.write')
  const close = () => setOpen(null)
  return (
    <div className="page filled">
      <PageHeader title={t(`facilities.${checklist}.title`)} hint={t(`facilities.${checklist}.hint`)}>
        <ListExport
          run={run}
          onStart={(format) => void run.start({ choice: { list: checklist, filters: { on } }, format })}
        />
        <Button icon="print" onClick={() => window.print()}>
          {t('common.list.print')}
        </Button>
        {mayWrite && (
          <>
            <Button icon="settings" onClick={() => setOpen('rule')}>
              {t('facilities.rule.open')}
            </Button>
            <Button icon="add" onClick={() => setOpen('new')}>
              {t('facilities.checklist.addLine')}
            </Button>
          </>
        )}
      </PageHeader>
      <FacilitiesTabs />
      <div className="as-of-bar no-print">
        <DateField
          label={t('common.list.on')}
          value={on}
          onChange={(day) => narrow({ on: day === isoDateAt(Date.now()) ? null : day })}
        />
        {!isToday && (
          <Chip icon="history" removeLabel={t('common.list.today')} onRemove={() => narrow({ on: null })}>
            {t('common.list.asOf', { on: displayDate(on) })}
          </Chip>
        )}
        {mayWrite && chosen && (
          <>
            <Button kind="primary" icon="check" onClick={() => setOpen('state')}>
              {t('facilities.checklist.setState')}
            </Button>
            <Button icon="edit" onClick={() => setOpen('line')}>
              {t('facilities.checklist.editLine')}
            </Button>
            <TakeBack line={chosen} />
          </>
        )}
      </div>
      <Failure of={asked.failure} />
      {asked.value && <Share {...asked.value} />}
      <Table
        label={t(`facilities.${checklist}.title`)}
        name={checklist}
        columns={useColumns(lineNameOf)}
        rows={lines}
        keyOf={({ id }) => id}
        selected={selected}
        onSelect={({ id }) => setSelected(id)}
        onOpen={() => mayWrite && setOpen('state')}
        isLoading={asked.isLoading}
        empty={<p>{t('facilities.checklist.empty')}</p>}
      />
      {open === 'state' && chosen && <StateDialog line={chosen} name={lineNameOf(chosen)} onClose={close} />}
      {open === 'line' && chosen && <LineDialog checklist={checklist} line={chosen} onClose={close} />}
      {open === 'new' && <LineDialog checklist={checklist} line={null} onClose={close} />}
      {open === 'rule' && <RuleDialog onClose={close} />}
    </div>
  )
}

type ShareProps = {
  digital: number
  count: number
  percent: number | null
  wantedPercent: FacilitiesRule['workflowPercent']
}

function Share({ digital, count, percent, wantedPercent }: ShareProps) {
  const { t } = useTranslation()
  const number = useNumberText()
  if (percent === null) return <Notice icon="info" text={t('facilities.checklist.notCollected')} />
  const isReached = percent >= wantedPercent
  return (
    <p className="checklist-share">
      <strong>{t('facilities.checklist.share', { digital, count, percent: number(percent) })}</strong>
      <Chip tone={isReached ? 'good' : 'warn'} icon={isReached ? 'check' : 'warning'}>
        {t(isReached ? 'facilities.checklist.reached' : 'facilities.checklist.below', {
          wanted: number(wantedPercent),
        })}
      </Chip>
    </p>
  )
}

/** The last thing said of a line, where it was said wrongly. */
function TakeBack({ line }: { line: ChecklistLine }) {
  const { t } = useTranslation()
  const toast = useToast()
  const remove = useCommand('facilities.removeState')
  const set = useCommand('facilities.setState')
  const { current } = line
  if (!current) return null
  async function takeBack({ id, ...state }: NonNullable<ChecklistLine['current']>) {
    const answer = await remove.run({ id })
    if (answer.ok)
      toast({
        text: t('facilities.checklist.takenBack', { on: displayDate(state.fromOn) }),
        onUndo: async () => void (await set.run({ ...state, itemId: line.id })),
      })
  }
  return (
    <Button icon="restore" disabled={remove.isRunning} onClick={() => void takeBack(current)}>
      {t('facilities.checklist.takeBack', { on: displayDate(current.fromOn) })}
    </Button>
  )
}

function useLineName(): (line: ChecklistLine) => string {
  const { t } = useTranslation()
  return ({ name, code, checklist }) => name || t(runtimeKey(`facilities.${checklist}Lines.${code ?? ''}`))
}

const looks = {
  digital: { tone: 'good', icon: 'check' },
  partly: { tone: 'warn', icon: 'pause' },
  manual: { tone: 'plain', icon: 'edit' },
} as const satisfies Record<(typeof checklistStates)[number], object>

function useColumns(lineNameOf: (line: ChecklistLine) => string): Column<ChecklistLine>[] {
  const { t } = useTranslation()
  return useMemo(
    () => [
      { key: 'line', label: t('facilities.fields.line'), widthPx: 340, grows: true, cell: lineNameOf },
      {
        key: 'state',
        label: t('facilities.fields.state'),
        widthPx: 150,
        cell: ({ current }) =>
          current ? (
            <Chip {...looks[current.state]}>{t(`facilities.checklistStates.${current.state}`)}</Chip>
          ) : (
            <span className="soft">{t('facilities.checklist.unknown')}</span>
          ),
      },
      {
        key: 'tool',
        label: t('facilities.fields.tool'),
        widthPx: 260,
        grows: true,
        cell: ({ current }) => current?.tool,
      },
      {
        key: 'fromOn',
        label: t('facilities.fields.fromOn'),
        widthPx: 120,
        cell: ({ current }) => current && displayDate(current.fromOn),
      },
    ],
    [t, lineNameOf],
  )
}
