import { useMemo, useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { MembershipFields, membershipScopes, type Membership } from '../../shared/cooperation/contract.ts'
import { currencies, minorPerUnit } from '../../shared/cooperation/rules.ts'
import { useCall, useCommand, useQuery } from '../app/operations.ts'
import { DateField } from '../ui/DateField.tsx'
import { EntryGrid } from '../ui/EntryGrid.tsx'
import { bind, schemaResolver } from '../ui/Form.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { numberStyle, type NumberStyle } from '../ui/numbers.ts'
import { Select } from '../ui/Select.tsx'
import { TextArea, TextField } from '../ui/TextField.tsx'
import { RecordForm, type Begun } from './RecordForm.tsx'
import { emptyFee, feeRows, readFees, type FeeRow } from './typed-rows.ts'
import { versionOf } from './use-record-conflict.ts'
import { WaitingPage } from './WaitingPage.tsx'

/** The form's values: the record's fields, and its fees as they are typed. */
type Values = Omit<MembershipFields, 'fees'> & { rows: FeeRow[] }

const { fees: _, ...plain } = MembershipFields.parse({ body: '-', since: '2000-01-01' })
const blank: Values = { ...plain, body: '', since: '', rows: [emptyFee] }

export function MembershipAddPage() {
  return <MembershipForm membership={null} formKey="cooperation.addMembership" begin={blank} />
}

export function MembershipEditPage() {
  const id = Number(useParams().id)
  const { value, failure } = useQuery('cooperation.membership', { id })
  return value ? <Edit key={id} newest={value} /> : <WaitingPage of="membership" failure={failure} />
}

/** News of what others save must not pass for what the form began from. */
function Edit({ newest }: { newest: Membership }) {
  const [membership] = useState(newest)
  const { i18n } = useTranslation()
  return (
    <MembershipForm
      membership={membership}
      formKey={`cooperation.updateMembership/${membership.id}`}
      begin={valuesFrom(MembershipFields.parse(membership), numberStyle(i18n.language))}
    />
  )
}

type Props = { membership: Membership | null; formKey: string; begin: Values }

function valuesFrom({ fees, ...fields }: MembershipFields, style: NumberStyle): Values {
  const rows = feeRows(fees, { style, currency: fields.currency })
  return { ...fields, rows: rows.length > 0 ? rows : [emptyFee] }
}

function fieldsFrom({ rows, ...fields }: Values, style: NumberStyle): unknown {
  return { ...fields, fees: readFees(rows, { style, currency: fields.currency }).fees }
}

function MembershipForm({ membership, formKey, begin }: Props) {
  const { t, i18n } = useTranslation()
  const style = numberStyle(i18n.language)
  const call = useCall()
  const add = useCommand('cooperation.addMembership')
  const update = useCommand('cooperation.updateMembership')
  const form = useForm<Begun<Values, MembershipFields>, unknown, MembershipFields>({
    defaultValues: membership
      ? { ...begin, rev: membership.rev, base: MembershipFields.parse(membership) }
      : begin,
    resolver: schemaResolver({
      safeParse: (values) => MembershipFields.safeParse(fieldsFrom(values as Values, style)),
    }),
  })
  const { text, value } = bind(form)
  const since = value('since')
  const fee = value('feeMinor')
  const [currency, rows] = useWatch({ control: form.control, name: ['currency', 'rows'] })
  const perUnit = minorPerUnit(currency)
  return (
    <RecordForm
      of="membership"
      edited={
        membership && {
          id: membership.id,
          newest: async () =>
            versionOf(await call('cooperation.membership', { id: membership.id }), MembershipFields),
          valuesOf: (fields) => valuesFrom(fields, style),
        }
      }
      title={t(membership ? 'cooperation.memberships.edit' : 'cooperation.memberships.add')}
      formKey={formKey}
      form={form}
      nameOf={({ body }) => body}
      save={(fields, { rev }) =>
        membership ? update.run({ ...fields, id: membership.id, rev }) : add.run(fields)
      }
      command={membership ? update : add}
      fieldByCode={{ dates_reversed: 'endedOn' }}
    >
      <section className="card">
        <TextField
          {...text('body')}
          label={t('cooperation.fields.body')}
          isRequired
          isWide
          autoFocus
          maxLength={300}
        />
        <div className="form-grid">
          <Select
            {...text('scope')}
            label={t('cooperation.fields.scope')}
            options={membershipScopes.map((each) => ({
              value: each,
              label: t(`cooperation.scopes.${each}`),
            }))}
          />
          <DateField
            label={t('cooperation.fields.since')}
            isRequired
            value={since.value === '' ? null : since.value}
            error={since.error}
            onChange={(day) => since.onChange(day ?? '')}
          />
          <DateField {...value('endedOn')} label={t('cooperation.fields.leftOn')} />
          <Select
            {...text('currency')}
            label={t('cooperation.fields.currency')}
            options={currencies.map((each) => ({ value: each, label: each }))}
          />
          <NumberField
            label={t('cooperation.fields.fee')}
            value={fee.value === null ? null : fee.value / perUnit}
            error={fee.error}
            onChange={(amount) => fee.onChange(amount === null ? null : Math.round(amount * perUnit))}
          />
        </div>
        <TextArea {...text('note')} label={t('cooperation.fields.note')} rows={2} isWide />
      </section>
      <section className="card">
        <h2>{t('cooperation.memberships.fees')}</h2>
        <FeeGrid
          rows={rows}
          reading={{ style, currency }}
          onChange={(next) => form.setValue('rows', next, { shouldDirty: true })}
        />
      </section>
    </RecordForm>
  )
}

type GridProps = {
  rows: FeeRow[]
  reading: { style: NumberStyle; currency: string }
  onChange: (rows: FeeRow[]) => void
}

function FeeGrid({ rows, reading, onChange }: GridProps) {
  const { t } = useTranslation()
  const { problems } = readFees(rows, reading)
  const columns = useMemo(
    () => [
      { key: 'year' as const, label: t('cooperation.memberships.feeYear'), widthPx: 80 },
      {
        key: 'amount' as const,
        label: t('cooperation.memberships.feePaid'),
        widthPx: 140,
        align: 'end' as const,
      },
      { key: 'date' as const, label: t('cooperation.memberships.feeOn'), widthPx: 120 },
    ],
    [t],
  )
  return (
    <div className="typed-rows">
      <EntryGrid
        label={t('cooperation.memberships.fees')}
        columns={columns}
        rows={rows}
        onChange={onChange}
        problems={problems.map(({ row, key }) => ({
          row,
          key,
          text: t(`cooperation.memberships.wrong.${key}`),
        }))}
        newRow={() => emptyFee}
        maxRows={200}
        mayRemoveRows={rows.length > 1}
      />
    </div>
  )
}
