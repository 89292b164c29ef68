import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { DelegationFields, directions, type Delegation } from '../../shared/cooperation/contract.ts'
import { useCall, useCommand, useQuery } from '../app/operations.ts'
import { DateField } from '../ui/DateField.tsx'
import { bind, schemaResolver } from '../ui/Form.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { Select } from '../ui/Select.tsx'
import { TextArea, TextField } from '../ui/TextField.tsx'
import { ActivityPick, ProjectPick } from './LinkPicks.tsx'
import { PartnersField } from './PartnersField.tsx'
import { RecordForm, type Begun } from './RecordForm.tsx'
import { versionOf } from './use-record-conflict.ts'
import { WaitingPage } from './WaitingPage.tsx'

const someDay = '2000-01-01'
const blank: DelegationFields = {
  ...DelegationFields.parse({ programme: '-', startsOn: someDay, endsOn: someDay }),
  programme: '',
  startsOn: '',
  endsOn: '',
}

export function DelegationAddPage() {
  return <DelegationForm delegation={null} formKey="cooperation.addDelegation" begin={blank} />
}

export function DelegationEditPage() {
  const id = Number(useParams().id)
  const { value, failure } = useQuery('cooperation.delegation', { id })
  return value ? <Edit key={id} newest={value} /> : <WaitingPage of="delegation" failure={failure} />
}

/** News of what others save must not pass for what the form began from. */
function Edit({ newest }: { newest: Delegation }) {
  const [delegation] = useState(newest)
  return (
    <DelegationForm
      delegation={delegation}
      formKey={`cooperation.updateDelegation/${delegation.id}`}
      begin={DelegationFields.parse(delegation)}
    />
  )
}

type Props = { delegation: Delegation | null; formKey: string; begin: DelegationFields }

function DelegationForm({ delegation, formKey, begin }: Props) {
  const { t } = useTranslation()
  const add = useCommand('cooperation.addDelegation')
  const call = useCall()
  const update = useCommand('cooperation.updateDelegation')
  const form = useForm<Begun<DelegationFields, DelegationFields>, unknown, DelegationFields>({
    defaultValues: delegation ? { ...begin, rev: delegation.rev, base: begin } : begin,
    resolver: schemaResolver(DelegationFields),
  })
  const { text, value } = bind(form)
  const day = (name: 'startsOn' | 'endsOn') => {
    const bound = value(name)
    return {
      value: bound.value === '' ? null : bound.value,
      error: bound.error,
      onChange: (next: string | null) => bound.onChange(next ?? ''),
    }
  }
  const partnerId = value('partnerId')
  return (
    <RecordForm
      of="delegation"
      edited={
        delegation && {
          id: delegation.id,
          newest: async () =>
            versionOf(await call('cooperation.delegation', { id: delegation.id }), DelegationFields),
          valuesOf: (fields) => fields,
        }
      }
      title={t(delegation ? 'cooperation.delegations.edit' : 'cooperation.delegations.add')}
      formKey={formKey}
      form={form}
      nameOf={({ programme }) => programme}
      save={(fields, { rev }) =>
        delegation ? update.run({ ...fields, id: delegation.id, rev }) : add.run(fields)
      }
      command={delegation ? update : add}
      fieldByCode={{ dates_reversed: 'endsOn', nobody_went: 'leaders' }}
    >
      <section className="card">
        <TextField
          {...text('programme')}
          label={t('cooperation.fields.programme')}
          isRequired
          isWide
          autoFocus
          maxLength={300}
        />
        <div className="form-grid">
          <Select
            {...text('direction')}
            label={t('cooperation.fields.direction')}
            options={directions.map((each) => ({ value: each, label: t(`cooperation.directions.${each}`) }))}
          />
          <TextField {...text('country')} label={t('cooperation.fields.country')} maxLength={100} />
          <DateField {...day('startsOn')} label={t('cooperation.fields.startsOn')} isRequired />
          <DateField {...day('endsOn')} label={t('cooperation.fields.endsOn')} isRequired />
          {(['leaders', 'librarians', 'others'] as const).map((name) => {
            const bound = value(name)
            return (
              <NumberField
                key={name}
                {...bound}
                label={t(`cooperation.fields.${name}`)}
                onChange={(count) => bound.onChange(count ?? 0)}
              />
            )
          })}
          <TextField {...text('funding')} label={t('cooperation.fields.funding')} maxLength={300} />
          <PartnersField
            label={t('cooperation.fields.partnerId')}
            isSingle
            ids={partnerId.value === null ? [] : [partnerId.value]}
            known={delegation?.partner ? [delegation.partner] : []}
            onChange={(ids) => partnerId.onChange(ids[0] ?? null)}
          />
          <ProjectPick
            label={t('cooperation.fields.projectId')}
            id={value('projectId').value}
            known={delegation?.project ?? null}
            onChange={value('projectId').onChange}
          />
          <ActivityPick
            label={t('cooperation.fields.activityId')}
            hint={t('cooperation.delegations.counted')}
            id={value('activityId').value}
            known={delegation?.activity ?? null}
            onChange={value('activityId').onChange}
          />
        </div>
        <TextArea
          {...text('people')}
          label={t('cooperation.fields.people')}
          hint={t('cooperation.page.personal')}
          rows={2}
          isWide
        />
        <TextArea {...text('result')} label={t('cooperation.fields.result')} rows={2} isWide />
      </section>
    </RecordForm>
  )
}
