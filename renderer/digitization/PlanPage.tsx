import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { displayDate, isoDateAt } from '../../shared/dates.ts'
import type { Plan, PlannedProject } from '../../shared/digitization/contract.ts'
import { useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Button } from '../ui/Button.tsx'
import { DateField } from '../ui/DateField.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { InlineSelect } from '../ui/InlineSelect.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Decision206 } from './Decision206.tsx'
import { PlanDialog } from './PlanDialog.tsx'
import { PlanProject } from './PlanProject.tsx'
import { ProjectDialog } from './ProjectDialog.tsx'

/** What the year aims at and how far it is, project by project, as of any day. */
export function PlanPage() {
  const { t } = useTranslation()
  const can = useCan()
  const [search, setSearch] = useSearchParams()
  const today = isoDateAt(Date.now())
  const thisYear = Number(today.slice(0, 4))
  const year = Number(search.get('year')) || thisYear
  const [asOf, setAsOf] = useState<string | null>(null)
  const [open, setOpen] = useState<'plan' | 'add' | PlannedProject | null>(null)
  const { value: plan, failure } = useQuery('digitization.plan', { year, asOf }, { keepsPrevious: true })
  const mayWrite = can('digitization.write')
  return (
    <div className="page">
      <PageHeader title={t('digitization.plan.title', { year })} hint={t('digitization.plan.hint')}>
        {mayWrite && plan && (
          <>
            <Button icon="edit" onClick={() => setOpen('plan')}>
              {t('digitization.plan.edit')}
            </Button>
            <Button kind="primary" icon="add" onClick={() => setOpen('add')}>
              {t('digitization.plan.addProject')}
            </Button>
          </>
        )}
      </PageHeader>
      <div className="row no-print">
        <InlineSelect
          label={t('digitization.plan.year')}
          value={String(year)}
          options={yearsOf(plan, { year, thisYear }).map((each) => ({
            value: String(each),
            label: plan?.years.includes(each)
              ? String(each)
              : t('digitization.plan.nextYear', { year: each }),
          }))}
          onChange={(value) => setSearch({ year: value }, { replace: true })}
        />
        <DateField label={t('digitization.plan.asOf')} value={asOf ?? today} onChange={setAsOf} />
      </div>
      <Failure of={failure} />
      {plan && (
        <>
          <p className="soft">
            {plan.decisionNumber === ''
              ? t('digitization.plan.notApproved')
              : t('digitization.plan.approved', {
                  number: plan.decisionNumber,
                  on: plan.approvedOn === null ? '…' : displayDate(plan.approvedOn),
                })}
            {plan.note !== '' && ` · ${plan.note}`}
          </p>
          <Decision206 sums={plan.d206} />
          {plan.projects.map((project) => (
            <PlanProject
              key={project.id}
              project={project}
              asOf={plan.asOf}
              onEdit={() => setOpen(project)}
            />
          ))}
          {plan.projects.length === 0 && (
            <EmptyState icon="calendar" text={t('digitization.plan.empty', { year })}>
              {mayWrite && (
                <Button kind="primary" onClick={() => setOpen('add')}>
                  {t('digitization.plan.addProject')}
                </Button>
              )}
            </EmptyState>
          )}
          {open === 'plan' && <PlanDialog plan={plan} onClose={() => setOpen(null)} />}
        </>
      )}
      {open === 'add' && <ProjectDialog year={year} onClose={() => setOpen(null)} />}
      {open !== null && typeof open === 'object' && (
        <ProjectDialog year={year} project={open} onClose={() => setOpen(null)} />
      )}
    </div>
  )
}

/** Those with a plan, the one looked at, and the one people are about to plan. */
function yearsOf(plan: Plan | undefined, { year, thisYear }: { year: number; thisYear: number }): number[] {
  const years = new Set([thisYear + 1, thisYear, year, ...(plan?.years ?? [])])
  return [...years].toSorted((a, b) => b - a)
}
