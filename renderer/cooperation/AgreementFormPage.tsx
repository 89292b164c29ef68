import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useParams, useSearchParams } from 'react-router'
import { AgreementFields, agreementKinds, type Agreement } from '../../shared/cooperation/contract.ts'
import { useCall, useCommand, useQuery } from '../app/operations.ts'
import { DateField } from '../ui/DateField.tsx'
import { bind, schemaResolver } from '../ui/Form.tsx'
import { Select } from '../ui/Select.tsx'
import { TextArea, TextField } from '../ui/TextField.tsx'
import { AgreementPick } from './LinkPicks.tsx'
import { PartnersField } from './PartnersField.tsx'
import { RecordForm, type Begun } from './RecordForm.tsx'
import { versionOf } from './use-record-conflict.ts'
import { WaitingPage } from './WaitingPage.tsx'

const blank: AgreementFields = {
  ...AgreementFields.parse({ name: '-', partnerIds: [1], startsOn: '2000-01-01' }),
  name: '',
  partnerIds: [],
  startsOn: '',
}
type Known = { partners: readonly { id: number; name: string }[]; renews: Agreement['renews'] }

/** A new agreement: blank, with a partner, or in place of one whose term ends. */
export function AgreementAddPage() {
  const [search] = useSearchParams()
  const partnerId = Number(search.get('partnerId') ?? 0)
  const renewsId = Number(search.get('renewsId') ?? 0)
  const partner = useQuery('cooperation.partner', { id: partnerId }, { isActive: partnerId > 0 })
  const earlier = useQuery('cooperation.agreement', { id: renewsId }, { isActive: renewsId > 0 })
  const { value: old } = earlier
  const isWaiting = (partnerId > 0 && !partner.value) || (renewsId > 0 && !old)
  if (isWaiting) return <WaitingPage of="agreement" failure={partner.failure ?? earlier.failure} />
  const formKey = old
    ? `cooperation.addAgreement/renews/${renewsId}`
    : partner.value
      ? `cooperation.addAgreement/of/${partnerId}`
      : 'cooperation.addAgreement'
  const begin = old
    ? {
        ...blank,
        name: old.name,
        kind: old.kind,
        partnerIds: old.partnerIds,
        renewsId,
        startsOn: old.endsOn ?? '',
      }
    : { ...blank, partnerIds: partner.value ? [partnerId] : [] }
  const partners = old?.partners ?? (partner.value ? [partner.value] : [])
  return (
    <AgreementForm
      key={formKey}
      agreement={null}
      formKey={formKey}
      begin={begin}
      known={{ partners, renews: old ? { id: old.id, name: old.name } : null }}
    />
  )
}

export function AgreementEditPage() {
  const id = Number(useParams().id)
  const { value, failure } = useQuery('cooperation.agreement', { id })
  return value ? <Edit key={id} newest={value} /> : <WaitingPage of="agreement" failure={failure} />
}

/** News of what others save must not pass for what the form began from. */
function Edit({ newest }: { newest: Agreement }) {
  const [agreement] = useState(newest)
  return (
    <AgreementForm
      agreement={agreement}
      formKey={`cooperation.updateAgreement/${agreement.id}`}
      begin={AgreementFields.parse(agreement)}
      known={agreement}
    />
  )
}

type Props = { agreement: Agreement | null; formKey: string; begin: AgreementFields; known: Known }

function AgreementForm({ agreement, formKey, begin, known }: Props) {
  const { t } = useTranslation()
  const add = useCommand('cooperation.addAgreement')
  const call = useCall()
  const update = useCommand('cooperation.updateAgreement')
  const form = useForm<Begun<AgreementFields, AgreementFields>, unknown, AgreementFields>({
    defaultValues: agreement ? { ...begin, rev: agreement.rev, base: begin } : begin,
    resolver: schemaResolver(AgreementFields),
  })
  const { text, value } = bind(form)
  const startsOn = value('startsOn')
  const partnerIds = value('partnerIds')
  return (
    <RecordForm
      of="agreement"
      edited={
        agreement && {
          id: agreement.id,
          newest: async () =>
            versionOf(await call('cooperation.agreement', { id: agreement.id }), AgreementFields),
          valuesOf: (fields) => fields,
        }
      }
      title={t(agreement ? 'cooperation.agreements.edit' : 'cooperation.agreements.add')}
      formKey={formKey}
      form={form}
      nameOf={({ name }) => name}
      save={(fields, { rev }) =>
        agreement ? update.run({ ...fields, id: agreement.id, rev }) : add.run(fields)
      }
      command={agreement ? update : add}
      fieldByCode={{
        dates_reversed: 'endsOn',
        partner_not_found: 'partnerIds',
        already_renewed: 'renewsId',
        renews_itself: 'renewsId',
      }}
    >
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
          <PartnersField
            label={t('cooperation.fields.partners')}
            ids={partnerIds.value}
            known={known.partners}
            onChange={partnerIds.onChange}
            error={partnerIds.error}
          />
          <Select
            {...text('kind')}
            label={t('cooperation.fields.kind')}
            options={agreementKinds.map((each) => ({
              value: each,
              label: t(`cooperation.agreementKinds.${each}`),
            }))}
          />
          <TextField {...text('number')} label={t('cooperation.fields.number')} maxLength={100} />
          <DateField {...value('signedOn')} label={t('cooperation.fields.signedOn')} />
          <DateField
            label={t('cooperation.fields.startsOn')}
            isRequired
            value={startsOn.value === '' ? null : startsOn.value}
            error={startsOn.error}
            onChange={(day) => startsOn.onChange(day ?? '')}
          />
          <DateField
            {...value('endsOn')}
            label={t('cooperation.fields.endsOn')}
            hint={t('cooperation.agreements.endHint')}
          />
          <DateField {...value('endedOn')} label={t('cooperation.fields.endedOn')} />
          <AgreementPick
            label={t('cooperation.fields.renewsId')}
            id={value('renewsId').value}
            known={known.renews}
            exceptId={agreement?.id ?? null}
            onChange={value('renewsId').onChange}
            error={value('renewsId').error}
          />
        </div>
        <TextArea {...text('note')} label={t('cooperation.fields.note')} rows={2} isWide />
      </section>
    </RecordForm>
  )
}
