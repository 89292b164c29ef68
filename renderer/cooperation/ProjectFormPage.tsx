import { useState } from 'react'
import { useForm, type UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useParams, useSearchParams } from 'react-router'
import {
  ProjectFields,
  projectEndings,
  projectRoles,
  type Project,
} from '../../shared/cooperation/contract.ts'
import { useCall, useCommand, useQuery } from '../app/operations.ts'
import { DateField } from '../ui/DateField.tsx'
import { bind, schemaResolver } from '../ui/Form.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { Select } from '../ui/Select.tsx'
import { TextArea, TextField } from '../ui/TextField.tsx'
import { ActivitiesField } from './LinkPicks.tsx'
import { MoneyFields } from './MoneyFields.tsx'
import { PartnersField } from './PartnersField.tsx'
import { RecordForm, type Begun } from './RecordForm.tsx'
import { versionOf } from './use-record-conflict.ts'
import { WaitingPage } from './WaitingPage.tsx'

const blank = { ...ProjectFields.parse({ name: '-', startsOn: '2000-01-01' }), name: '', startsOn: '' }

export function ProjectAddPage() {
  const [search] = useSearchParams()
  const partnerId = Number(search.get('partnerId') ?? 0)
  const begin = { ...blank, partnerIds: partnerId > 0 ? [partnerId] : [] }
  const key = partnerId > 0 ? `cooperation.addProject/of/${partnerId}` : 'cooperation.addProject'
  const partner = useQuery('cooperation.partner', { id: partnerId }, { isActive: partnerId > 0 })
  if (partnerId > 0 && !partner.value) return <WaitingPage of="project" failure={partner.failure} />
  return (
    <ProjectForm
      key={key}
      project={null}
      formKey={key}
      begin={begin}
      partners={partner.value ? [partner.value] : []}
    />
  )
}

export function ProjectEditPage() {
  const id = Number(useParams().id)
  const { value, failure } = useQuery('cooperation.project', { id })
  return value ? <Edit key={id} newest={value} /> : <WaitingPage of="project" failure={failure} />
}

/** News of what others save must not pass for what the form began from. */
function Edit({ newest }: { newest: Project }) {
  const [project] = useState(newest)
  return (
    <ProjectForm
      project={project}
      formKey={`cooperation.updateProject/${project.id}`}
      begin={ProjectFields.parse(project)}
      partners={project.partners}
    />
  )
}

type Props = {
  project: Project | null
  formKey: string
  begin: ProjectFields
  partners: readonly { id: number; name: string }[]
}
type Values = UseFormReturn<Begun<ProjectFields, ProjectFields>, unknown, ProjectFields>

function ProjectForm({ project, formKey, begin, partners }: Props) {
  const { t } = useTranslation()
  const add = useCommand('cooperation.addProject')
  const call = useCall()
  const update = useCommand('cooperation.updateProject')
  const form: Values = useForm<Begun<ProjectFields, ProjectFields>, unknown, ProjectFields>({
    defaultValues: project ? { ...begin, rev: project.rev, base: begin } : begin,
    resolver: schemaResolver(ProjectFields),
  })
  return (
    <RecordForm
      of="project"
      edited={
        project && {
          id: project.id,
          newest: async () => versionOf(await call('cooperation.project', { id: project.id }), ProjectFields),
          valuesOf: (fields) => fields,
        }
      }
      title={t(project ? 'cooperation.projects.edit' : 'cooperation.projects.add')}
      formKey={formKey}
      form={form}
      nameOf={({ name }) => name}
      save={(fields, { accepted, rev }) =>
        project ? update.run({ ...fields, accepted, id: project.id, rev }) : add.run({ ...fields, accepted })
      }
      command={project ? update : add}
      fieldByCode={{ dates_reversed: 'endsOn', rate_day_missing: 'rateOn' }}
    >
      <MainFields form={form} partners={partners} />
      <MoreFields form={form} activities={project?.activities ?? []} />
    </RecordForm>
  )
}

function MainFields({ form, partners }: { form: Values; partners: Props['partners'] }) {
  const { t } = useTranslation()
  const { text, value } = bind(form)
  const startsOn = value('startsOn')
  const ending = value('ending')
  const endedOn = value('endedOn')
  const money = form.watch(['currency', 'amountMinor', 'rate', 'rateOn'])
  const [currency, amountMinor, rate, rateOn] = money
  const errorOf = (name: 'amountMinor' | 'rate' | 'rateOn') => value(name).error
  return (
    <section className="card">
      <TextField
        {...text('name')}
        label={t('cooperation.fields.name')}
        isRequired
        isWide
        autoFocus
        maxLength={300}
      />
      <div className="form-grid">
        <Select
          {...text('role')}
          label={t('cooperation.fields.role')}
          options={projectRoles.map((each) => ({ value: each, label: t(`cooperation.roles.${each}`) }))}
        />
        <TextField {...text('country')} label={t('cooperation.fields.country')} maxLength={100} />
        <PartnersField
          label={t('cooperation.fields.partners')}
          ids={form.watch('partnerIds')}
          known={partners}
          onChange={value('partnerIds').onChange}
        />
        <DateField
          label={t('cooperation.fields.startsOn')}
          isRequired
          value={startsOn.value === '' ? null : startsOn.value}
          error={startsOn.error}
          onChange={(day) => startsOn.onChange(day ?? '')}
        />
        <DateField {...value('endsOn')} label={t('cooperation.fields.endsOn')} />
        <DateField {...endedOn} label={t('cooperation.fields.endedOn')} />
        {endedOn.value !== null && (
          <Select
            label={t('cooperation.fields.ending')}
            value={ending.value ?? 'finished'}
            options={projectEndings.map((each) => ({ value: each, label: t(`cooperation.states.${each}`) }))}
            onChange={(event) =>
              ending.onChange(projectEndings.find((each) => each === event.target.value) ?? null)
            }
          />
        )}
        <MoneyFields
          money={{ currency, amountMinor, rate, rateOn }}
          errors={{ amountMinor: errorOf('amountMinor'), rate: errorOf('rate'), rateOn: errorOf('rateOn') }}
          onChange={(change) => {
            for (const [name, next] of Object.entries(change))
              form.setValue(name as 'amountMinor', next as number | null, { shouldDirty: true })
          }}
        />
      </div>
    </section>
  )
}

type MoreProps = { form: Values; activities: readonly { id: number; name: string }[] }

function MoreFields({ form, activities }: MoreProps) {
  const { t } = useTranslation()
  const { text, value } = bind(form)
  return (
    <section className="card">
      <div className="form-grid">
        <NumberField {...value('peopleSent')} label={t('cooperation.fields.peopleSent')} />
        <NumberField {...value('peopleReceived')} label={t('cooperation.fields.peopleReceived')} />
        <ActivitiesField
          label={t('cooperation.fields.activities')}
          ids={form.watch('activityIds')}
          known={activities}
          onChange={value('activityIds').onChange}
        />
      </div>
      <TextArea {...text('beneficiaries')} label={t('cooperation.fields.beneficiaries')} rows={2} isWide />
      <TextArea {...text('result')} label={t('cooperation.fields.result')} rows={2} isWide />
      <TextArea {...text('note')} label={t('cooperation.fields.note')} rows={2} isWide />
    </section>
  )
}
