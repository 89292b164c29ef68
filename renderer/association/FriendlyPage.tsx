import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Assessment, FriendlyRule } from '../../shared/association/contract.ts'
import { useCommand, useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure } from '../ui/Failure.tsx'
import { InlineSelect } from '../ui/InlineSelect.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { AssessmentForm } from './AssessmentForm.tsx'
import { AssociationTabs } from './AssociationTabs.tsx'
import { FriendlyHistory } from './FriendlyHistory.tsx'
import { FriendlyRuleDialog } from './FriendlyRuleDialog.tsx'
import { recentYears, useYear } from './use-year.ts'

/** The year's self-assessment on five criteria, beside what the years before came to. */
export function FriendlyPage() {
  const { t } = useTranslation()
  const can = useCan()
  const [year, setYear] = useYear()
  const all = useQuery('association.assessments', {})
  const rule = useQuery('association.friendlyRule', {})
  const [open, setOpen] = useState<'rule' | 'remove' | null>(null)
  const mayWrite = can('association.write')
  const own = all.value?.find((each) => each.year === year) ?? null
  const years = [...new Set([...recentYears(), ...(all.value ?? []).map((each) => each.year), year])]
  return (
    <div className="page">
      <PageHeader title={t('association.friendly.title')} hint={t('association.friendly.hint')}>
        <InlineSelect
          label={t('association.fields.year')}
          value={String(year)}
          options={years
            .toSorted((a, b) => b - a)
            .map((each) => ({ value: String(each), label: String(each) }))}
          onChange={(value) => setYear(Number(value))}
        />
        {mayWrite && (
          <Button icon="settings" onClick={() => setOpen('rule')}>
            {t('association.friendly.rule')}
          </Button>
        )}
        {mayWrite && own && (
          <Button icon="remove" onClick={() => setOpen('remove')}>
            {t('association.friendly.remove')}
          </Button>
        )}
        <Button icon="print" onClick={() => window.print()}>
          {t('association.export.print')}
        </Button>
      </PageHeader>
      <AssociationTabs />
      <Failure of={all.failure ?? rule.failure} />
      {all.value && rule.value && (
        <div className="friendly-columns">
          <AssessmentForm
            key={`${year} ${own ? 'begun' : 'new'}`}
            year={year}
            newest={own}
            rule={ruleOf(own, rule.value)}
            before={all.value.find((each) => each.year < year) ?? null}
          />
          <FriendlyHistory assessments={all.value} year={year} />
        </div>
      )}
      {open === 'rule' && rule.value && (
        <FriendlyRuleDialog rule={rule.value} onClose={() => setOpen(null)} />
      )}
      {open === 'remove' && own && <RemoveDialog assessment={own} onClose={() => setOpen(null)} />}
    </div>
  )
}

/** A year that was begun keeps the scale it was begun with. */
function ruleOf(assessment: Assessment | null, rule: FriendlyRule): FriendlyRule {
  return assessment?.rule ?? rule
}

function RemoveDialog({ assessment, onClose }: { assessment: Assessment; onClose: () => void }) {
  const { t } = useTranslation()
  const toast = useToast()
  const remove = useCommand('association.removeAssessment')
  const save = useCommand('association.saveAssessment')
  const { year, rev, assessedOn, note, scores } = assessment
  async function run() {
    const answer = await remove.run({ year, rev })
    if (!answer.ok) return
    toast({
      text: t('association.friendly.removed', { year }),
      onUndo: async () =>
        void (await save.run({
          year,
          assessedOn,
          note,
          rev: null,
          scores: scores.map(({ criterion, score, remark }) => ({ criterion, score, remark })),
        })),
    })
    onClose()
  }
  return (
    <Dialog
      title={t('association.friendly.removeTitle', { year })}
      onClose={onClose}
      actions={
        <>
          <Button kind="danger" disabled={remove.isRunning} onClick={() => void run()}>
            {t('association.friendly.remove')}
          </Button>
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
        </>
      }
    >
      <p>
        {t('association.friendly.removeText', {
          year,
          count: scores.filter(({ score }) => score !== null).length,
        })}
      </p>
      <Failure of={remove.failure} />
    </Dialog>
  )
}
