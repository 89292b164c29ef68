import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { displayDate } from '../../shared/dates.ts'
import { priorityClasses, type PlannedProject } from '../../shared/digitization/contract.ts'
import { useCommand } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { Failure } from '../ui/Failure.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { jobsAddress } from './jobs-address.ts'

type Props = { project: PlannedProject; onEdit: () => void }
type PlacedProps = Props & { asOf: string }

export function PlanProject({ project, asOf, onEdit }: PlacedProps) {
  const { t } = useTranslation()
  const number = useNumberText()
  const { id, name, manner, contractor, funding, budgetMinor, startsOn, endsOn, closedOn } = project
  const facts = [
    contractor === '' ? t(`digitization.manners.${manner}`) : contractor,
    funding,
    budgetMinor === null ? '' : t('digitization.plan.vnd', { shown: number(budgetMinor) }),
    [startsOn, endsOn].map((day) => (day === null ? '…' : displayDate(day))).join(' – '),
  ].filter((fact) => fact !== '' && fact !== '… – …')
  return (
    <section className="card stack plan-project">
      <div className="row">
        <h2>{name}</h2>
        {closedOn !== null && (
          <Chip icon="lock">{t('digitization.plan.closed', { on: displayDate(closedOn) })}</Chip>
        )}
        <span className="spacer" />
        <ProjectActs project={project} onEdit={onEdit} />
      </div>
      <p className="soft small">{facts.join(' · ')}</p>
      <ProjectTable project={project} asOf={asOf} />
      <p className="small">
        <Link className="figure-value" to={jobsAddress({ projectId: id })}>
          {t('digitization.plan.open', { shown: number(project.open) })}
        </Link>
        {' · '}
        <Link className="figure-value" to={jobsAddress({ projectId: id, state: 'done' })}>
          {t('digitization.plan.done', { shown: number(project.done) })}
        </Link>
      </p>
    </section>
  )
}

function ProjectActs({ project, onEdit }: Props) {
  const { t } = useTranslation()
  const can = useCan()
  const toast = useToast()
  const close = useCommand('digitization.closeProject')
  const remove = useCommand('digitization.removeProject')
  const add = useCommand('digitization.addProject')
  if (!can('digitization.write')) return null
  const { id, rev, closedOn, name } = project
  const isUntouched = project.open + project.done + project.cancelled === 0
  async function drop() {
    const answer = await remove.run({ id, rev })
    if (!answer.ok) return
    const { open: _, done: __, cancelled: ___, actual: ____, ...fields } = project
    toast({
      text: t('digitization.plan.removed', { name }),
      onUndo: async () => void (await add.run(fields)),
    })
  }
  return (
    <>
      {closedOn === null && (
        <Link className="button" to={`/digitization/jobs/make?project=${id}`}>
          {t('digitization.plan.make')}
        </Link>
      )}
      <Button icon="edit" onClick={onEdit}>
        {t('common.actions.edit')}
      </Button>
      {isUntouched ? (
        <Button icon="remove" disabled={remove.isRunning} onClick={() => void drop()}>
          {t('digitization.plan.remove')}
        </Button>
      ) : (
        <Button
          disabled={close.isRunning}
          onClick={() => void close.run({ id, rev, isClosed: closedOn === null })}
        >
          {t(closedOn === null ? 'digitization.plan.close' : 'digitization.plan.reopen')}
        </Button>
      )}
      <Failure of={close.failure ?? remove.failure} />
    </>
  )
}

const measures = ['titles', 'pages', 'files'] as const

/** Aim and result side by side for each class that has either, and their sum. */
function ProjectTable({ project, asOf }: { project: PlannedProject; asOf: string }) {
  const { t } = useTranslation()
  const { id, name, targets, actual } = project
  const carried = { projectId: id, state: null, carriedBy: asOf }
  const rows = priorityClasses.flatMap((key) => {
    const target = targets.find((each) => each.class === key)
    const done = actual.find((each) => each.class === key)
    return target || done ? [{ key, target: target ?? nothing, done: done ?? nothing }] : []
  })
  if (rows.length === 0) return <p className="soft">{t('digitization.plan.noTarget')}</p>
  return (
    <table className="plain-table plan-table" aria-label={t('digitization.plan.table', { name })}>
      <thead>
        <tr>
          <th scope="col">{t('digitization.plan.class')}</th>
          {measures.map((measure) => (
            <th key={measure} scope="col" className="end">
              {t(`digitization.plan.${measure}`)}: {t('digitization.plan.actual').toLocaleLowerCase('vi')} /{' '}
              {t('digitization.plan.target').toLocaleLowerCase('vi')}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, target, done }) => (
          <tr key={key}>
            <th scope="row">{t(`digitization.classes.${key}`)}</th>
            {measures.map((measure) => (
              <Measure
                key={measure}
                done={done[measure]}
                target={target[measure]}
                to={jobsAddress({ ...carried, class: key })}
              />
            ))}
          </tr>
        ))}
        <tr className="total">
          <th scope="row">{t('digitization.plan.total')}</th>
          {measures.map((measure) => (
            <Measure
              key={measure}
              done={rows.reduce((sum, { done }) => sum + done[measure], 0)}
              target={rows.reduce((sum, { target }) => sum + target[measure], 0)}
              to={jobsAddress(carried)}
            />
          ))}
        </tr>
      </tbody>
    </table>
  )
}

const nothing = { titles: 0, pages: 0, files: 0 }

function Measure({ done, target, to }: { done: number; target: number; to: string }) {
  const number = useNumberText()
  const share = target === 0 ? null : Math.round((done / target) * 1000) / 10
  return (
    <td className="end">
      <Link className="figure-value" to={to}>
        {number(done)}
      </Link>
      {target > 0 && ` / ${number(target)}`}
      {share !== null && <span className="soft small">{` (${number(share)} %)`}</span>}
    </td>
  )
}
