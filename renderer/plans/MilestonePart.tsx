import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { displayDate } from '../../shared/dates.ts'
import type { Milestone } from '../../shared/plans/contract.ts'
import type { Output } from '../app/operation-types.ts'
import { useCommand } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Table, type Column } from '../ui/Table.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { DueDay } from './DueDay.tsx'
import { MilestoneDialog } from './MilestoneDialog.tsx'
import { PostponeDialog } from './PostponeDialog.tsx'
import { MilestoneChip } from './StandingChip.tsx'

type Roadmap = Output<'plans.roadmap'>
type Open = 'new' | 'edit' | 'postpone'

/** The milestones of a plan, and what is done with the one that is chosen. */
export function MilestonePart({ roadmap }: { roadmap: Roadmap }) {
  const { t } = useTranslation()
  const can = useCan()
  // A draft or another list leads here with a milestone.
  const named = useSearchParams()[0].get('milestone')
  const [selected, setSelected] = useState<number | null>(Number(named) || null)
  const [open, setOpen] = useState<Open | null>(named === 'new' ? 'new' : null)
  const chosen = roadmap.items.find(({ id }) => id === selected)
  const mayWrite = can('plans.write')
  const close = () => setOpen(null)
  const add = (
    <Button kind="primary" icon="add" onClick={() => setOpen('new')}>
      {t('plans.page.addMilestone')}
    </Button>
  )
  return (
    <section className="card" aria-label={t('plans.fields.milestones')}>
      <h2>{t('plans.fields.milestones')}</h2>
      {mayWrite && (
        <div className="row no-print">
          {add}
          <ChosenActs milestone={chosen} onOpen={setOpen} />
        </div>
      )}
      <div className="milestones">
        <Table
          label={t('plans.fields.milestones')}
          name="milestones"
          columns={useColumns()}
          rows={roadmap.items}
          keyOf={({ id }) => id}
          selected={selected}
          onSelect={({ id }) => setSelected(id)}
          onOpen={({ id }) => {
            setSelected(id)
            if (mayWrite) setOpen('edit')
          }}
          empty={
            <EmptyState icon="flag" text={t('plans.page.noMilestones')}>
              {mayWrite && add}
            </EmptyState>
          }
        />
      </div>
      {open === 'new' && <MilestoneDialog roadmap={roadmap} milestone={null} onClose={close} />}
      {open === 'edit' && chosen && <MilestoneDialog roadmap={roadmap} milestone={chosen} onClose={close} />}
      {open === 'postpone' && chosen && <PostponeDialog milestone={chosen} onClose={close} />}
    </section>
  )
}

type ActProps = { milestone: Milestone | undefined; onOpen: (open: Open) => void }

function ChosenActs({ milestone, onOpen }: ActProps) {
  const { t } = useTranslation()
  const toast = useToast()
  const remove = useCommand('plans.removeMilestone')
  const restore = useCommand('plans.restoreMilestone')
  const removeDelay = useCommand('plans.removeDelay')
  const postpone = useCommand('plans.postpone')
  async function drop({ id, rev, name }: Milestone) {
    const answer = await remove.run({ id, rev })
    if (answer.ok)
      toast({
        text: t('plans.list.removed', { name }),
        onUndo: async () => void (await restore.run({ id })),
      })
  }
  async function takeBackDelay({ id: milestoneId, delays }: Milestone) {
    const last = delays.at(-1)
    if (!last) return
    const { id, ...delay } = last
    const answer = await removeDelay.run({ id })
    if (answer.ok)
      toast({
        text: t('plans.page.delayRemoved', { on: displayDate(delay.dueOn) }),
        onUndo: async () => void (await postpone.run({ milestoneId, ...delay })),
      })
  }
  return (
    <>
      <Button icon="edit" disabled={!milestone} onClick={() => onOpen('edit')}>
        {t('common.actions.edit')}
      </Button>
      <Button
        icon="calendar"
        disabled={!milestone || milestone.doneOn !== null}
        onClick={() => onOpen('postpone')}
      >
        {t('plans.page.postpone')}
      </Button>
      {milestone && milestone.delays.length > 0 && (
        <Button icon="restore" onClick={() => void takeBackDelay(milestone)}>
          {t('plans.page.takeBackDelay')}
        </Button>
      )}
      <Button icon="remove" disabled={!milestone} onClick={() => milestone && void drop(milestone)}>
        {t('common.list.remove')}
      </Button>
      <Failure of={remove.failure ?? removeDelay.failure} />
    </>
  )
}

function useColumns(): Column<Milestone>[] {
  const { t } = useTranslation()
  return useMemo(
    () => [
      {
        key: 'name',
        label: t('plans.fields.milestoneName'),
        widthPx: 220,
        grows: true,
        cell: ({ name }) => <span title={name}>{name}</span>,
      },
      {
        key: 'due',
        label: t('plans.fields.due'),
        widthPx: 200,
        cell: (milestone) => <DueDay milestone={milestone} />,
      },
      {
        key: 'standing',
        label: t('plans.fields.standing'),
        widthPx: 152,
        cell: ({ standing }) => <MilestoneChip standing={standing} />,
      },
      {
        key: 'doneOn',
        label: t('plans.fields.doneOn'),
        widthPx: 112,
        cell: ({ doneOn }) => doneOn && displayDate(doneOn),
      },
      { key: 'post', label: t('plans.fields.post'), widthPx: 150, cell: ({ post }) => post },
      {
        key: 'group',
        label: t('plans.fields.taskGroup'),
        widthPx: 164,
        cell: ({ taskGroup, workshopGroup }) =>
          taskGroup
            ? t(`plans.taskGroups.${taskGroup}`)
            : workshopGroup && t(`plans.workshopGroups.${workshopGroup}`),
      },
    ],
    [t],
  )
}
