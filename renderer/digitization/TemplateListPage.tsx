import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { displayDate } from '../../shared/dates.ts'
import type { Template } from '../../shared/digitization/contract.ts'
import { useCommand, useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { Failure } from '../ui/Failure.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { DigitizationTabs } from './DigitizationTabs.tsx'
import { WorkflowTemplateDialog } from './WorkflowTemplateDialog.tsx'

/** How work goes, one card for each way; a library has a handful. */
export function TemplateListPage() {
  const { t } = useTranslation()
  const can = useCan()
  const list = useQuery('digitization.templates', {})
  const retire = useCommand('digitization.retireTemplate')
  const [open, setOpen] = useState<Template | 'new' | null>(null)
  const mayWrite = can('digitization.write')
  return (
    <div className="page">
      <PageHeader title={t('digitization.templates.title')} hint={t('digitization.templates.hint')}>
        {mayWrite && (
          <Button kind="primary" icon="add" onClick={() => setOpen('new')}>
            {t('digitization.templates.add')}
          </Button>
        )}
      </PageHeader>
      <DigitizationTabs />
      <Failure of={list.failure ?? retire.failure} />
      <div className="template-cards">
        {list.value?.map((template) => (
          <TemplateCard key={template.id} template={template}>
            {mayWrite && (
              <div className="actions">
                <Button icon="edit" onClick={() => setOpen(template)}>
                  {t('common.actions.edit')}
                </Button>
                <Button
                  disabled={retire.isRunning}
                  onClick={() =>
                    void retire.run({
                      id: template.id,
                      rev: template.rev,
                      isRetired: template.retiredOn === null,
                    })
                  }
                >
                  {t(
                    template.retiredOn === null
                      ? 'digitization.templates.retire'
                      : 'digitization.templates.useAgain',
                  )}
                </Button>
              </div>
            )}
          </TemplateCard>
        ))}
      </div>
      {open !== null && (
        <WorkflowTemplateDialog
          {...(open === 'new' ? {} : { template: open })}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  )
}

function TemplateCard({ template, children }: { template: Template; children: React.ReactNode }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const { name, material, version, jobs, stages, retiredOn } = template
  return (
    <section className="card stack">
      <h2>{name}</h2>
      <p className="row small">
        <Chip>
          {material === null ? t('digitization.templates.anyMaterial') : t(`catalogue.materials.${material}`)}
        </Chip>
        {retiredOn !== null && (
          <Chip tone="warn" icon="close">
            {t('digitization.templates.retired', { on: displayDate(retiredOn) })}
          </Chip>
        )}
        <span className="soft">
          {t('digitization.templates.version', { version })}
          {jobs > 0 && ` · ${t('digitization.templates.jobs', { shown: number(jobs) })}`}
        </span>
      </p>
      <ol className="template-stages">
        {stages.map((stage) => (
          <li key={stage.id}>
            {stage.name}
            {stage.role !== null && <span className="soft small"> · {t(`users.roles.${stage.role}`)}</span>}
          </li>
        ))}
      </ol>
      {children}
    </section>
  )
}
