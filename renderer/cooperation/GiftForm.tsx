import { useForm, type UseFormReturn, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import {
  GiftFields,
  giftKinds,
  giftPurposes,
  partnerOrigins,
  valueBases,
  type Gift,
  type Named,
} from '../../shared/cooperation/contract.ts'
import { itemsValue } from '../../shared/cooperation/rules.ts'
import { useCall, useCommand, useQuery } from '../app/operations.ts'
import { DateField } from '../ui/DateField.tsx'
import { bind, schemaResolver } from '../ui/Form.tsx'
import { usePeriodName } from '../reports/index.ts'
import { Notice } from '../ui/Notice.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { numberStyle, type NumberStyle } from '../ui/numbers.ts'
import { Select } from '../ui/Select.tsx'
import { TextArea, TextField } from '../ui/TextField.tsx'
import { ItemGrid } from './ItemGrid.tsx'
import { ActivityPick, ProjectPick, VoucherPick } from './LinkPicks.tsx'
import { MoneyFields } from './MoneyFields.tsx'
import { PartnersField } from './PartnersField.tsx'
import { RecordForm, type Begun } from './RecordForm.tsx'
import { emptyItem, itemRows, readItems, type ItemRow } from './typed-rows.ts'
import { versionOf } from './use-record-conflict.ts'

/** The form's values: the record's fields, and equipment as it is typed. */
export type GiftValues = Omit<GiftFields, 'items'> & { rows: ItemRow[] }
type Known = { partner: Named | null; project: Named | null; activity: Named | null; voucher: Named | null }
type Props = { gift: Gift | null; formKey: string; begin: GiftValues; known: Known }
type GiftFormState = UseFormReturn<Begun<GiftValues, GiftFields>, unknown, GiftFields>

export function giftValues({ items, ...fields }: GiftFields, style: NumberStyle): GiftValues {
  const rows = itemRows(items, { style, currency: fields.currency })
  return { ...fields, rows: rows.length > 0 ? rows : [emptyItem] }
}

function fieldsFrom({ rows, ...fields }: GiftValues, style: NumberStyle): unknown {
  const items = fields.kind === 'equipment' ? readItems(rows, { style, currency: fields.currency }).items : []
  // What equipment is worth is what its lines come to, also for whoever looks at the form.
  return { ...fields, items, amountMinor: items.length > 0 ? itemsValue(items) : fields.amountMinor }
}

export function GiftForm({ gift, formKey, begin, known }: Props) {
  const { t, i18n } = useTranslation()
  const style = numberStyle(i18n.language)
  const call = useCall()
  const add = useCommand('cooperation.addGift')
  const update = useCommand('cooperation.updateGift')
  const form: GiftFormState = useForm<Begun<GiftValues, GiftFields>, unknown, GiftFields>({
    defaultValues: gift ? { ...begin, rev: gift.rev, base: GiftFields.parse(gift) } : begin,
    resolver: schemaResolver({
      safeParse: (values) => GiftFields.safeParse(fieldsFrom(values as GiftValues, style)),
    }),
  })
  const receivedOn = useWatch({ control: form.control, name: 'receivedOn' })
  return (
    <RecordForm
      of="gift"
      edited={
        gift && {
          id: gift.id,
          newest: async () => versionOf(await call('cooperation.gift', { id: gift.id }), GiftFields),
          valuesOf: (fields) => giftValues(fields, style),
        }
      }
      title={t(gift ? 'cooperation.gift.edit' : 'cooperation.gift.add')}
      formKey={formKey}
      form={form}
      nameOf={({ what }) => what}
      save={(fields, { accepted, rev }) =>
        gift ? update.run({ ...fields, accepted, id: gift.id, rev }) : add.run({ ...fields, accepted })
      }
      command={gift ? update : add}
      fieldByCode={{
        received_in_future: 'receivedOn',
        value_missing: 'valueBasis',
        rate_day_missing: 'rateOn',
        voucher_taken: 'voucherId',
        voucher_not_given: 'voucherId',
      }}
    >
      <section className="card">
        <MainFields form={form} known={known} />
        <SignedNotice on={receivedOn} />
      </section>
      <section className="card">
        <ValueFields form={form} style={style} />
      </section>
      <section className="card">
        <LinkedFields form={form} known={known} giftId={gift?.id ?? null} />
      </section>
    </RecordForm>
  )
}

function MainFields({ form, known }: { form: GiftFormState; known: Known }) {
  const { t } = useTranslation()
  const { text, value } = bind(form)
  const receivedOn = value('receivedOn')
  const partnerId = value('partnerId')
  return (
    <>
      <TextField
        {...text('what')}
        label={t('cooperation.fields.what')}
        isRequired
        isWide
        autoFocus
        maxLength={500}
      />
      <div className="form-grid">
        <Select
          {...text('kind')}
          label={t('cooperation.fields.giftKind')}
          options={giftKinds.map((each) => ({ value: each, label: t(`cooperation.giftKinds.${each}`) }))}
        />
        <DateField
          label={t('cooperation.fields.receivedOn')}
          isRequired
          value={receivedOn.value === '' ? null : receivedOn.value}
          error={receivedOn.error}
          onChange={(day) => receivedOn.onChange(day ?? '')}
        />
        <PartnersField
          label={t('cooperation.fields.donor')}
          isSingle
          ids={partnerId.value === null ? [] : [partnerId.value]}
          known={known.partner ? [known.partner] : []}
          onChange={(ids) => partnerId.onChange(ids[0] ?? null)}
        />
        {partnerId.value === null && (
          <>
            <TextField
              {...text('donorName')}
              label={t('cooperation.fields.donorName')}
              hint={t('cooperation.page.personal')}
              maxLength={200}
            />
            <Select
              {...text('origin')}
              label={t('cooperation.fields.origin')}
              options={partnerOrigins.map((each) => ({
                value: each,
                label: t(`cooperation.origins.${each}`),
              }))}
            />
          </>
        )}
        <Select
          {...text('purpose')}
          label={t('cooperation.fields.purpose')}
          options={giftPurposes.map((each) => ({ value: each, label: t(`cooperation.purposes.${each}`) }))}
        />
      </div>
    </>
  )
}

/** What is signed stays as it was signed, and is marked as changed since. */
function SignedNotice({ on }: { on: string }) {
  const { t } = useTranslation()
  const periodName = usePeriodName()
  const periods = useQuery('reports.periods', {}).value ?? []
  if (on === '') return null
  const signed = periods.find(({ from, to, state }) => state === 'signed' && from <= on && on <= to)
  if (!signed) return null
  const words = { period: periodName(signed.period) }
  return <Notice icon="lock" text={t('cooperation.gift.signed', words)} />
}

function ValueFields({ form, style }: { form: GiftFormState; style: NumberStyle }) {
  const { t } = useTranslation()
  const { text, value } = bind(form)
  const [kind, valueBasis, currency, rate, rateOn, rows] = form.watch([
    'kind',
    'valueBasis',
    'currency',
    'rate',
    'rateOn',
    'rows',
  ])
  const { items } = readItems(rows, { style, currency })
  const isOfItems = kind === 'equipment' && items.length > 0
  const amountMinor = isOfItems ? itemsValue(items) : value('amountMinor').value
  return (
    <>
      {kind === 'equipment' && (
        <ItemGrid
          rows={rows}
          reading={{ style, currency }}
          onChange={(next) => form.setValue('rows', next, { shouldDirty: true })}
        />
      )}
      <div className="form-grid">
        <Select
          {...text('valueBasis')}
          label={t('cooperation.fields.valueBasis')}
          {...(isOfItems && { hint: t('cooperation.gift.valueOfItems') })}
          options={valueBases.map((each) => ({ value: each, label: t(`cooperation.valueBases.${each}`) }))}
        />
        {valueBasis !== 'unknown' && (
          <MoneyFields
            money={{ currency, amountMinor, rate, rateOn }}
            isComputed={isOfItems}
            errors={{
              amountMinor: value('amountMinor').error,
              rate: value('rate').error,
              rateOn: value('rateOn').error,
            }}
            onChange={(change) => {
              for (const [name, next] of Object.entries(change))
                form.setValue(name as 'amountMinor', next as number | null, { shouldDirty: true })
            }}
          />
        )}
      </div>
    </>
  )
}

type LinkedProps = { form: GiftFormState; known: Known; giftId: number | null }

function LinkedFields({ form, known, giftId }: LinkedProps) {
  const { t } = useTranslation()
  const { text, value } = bind(form)
  const kind = form.watch('kind')
  const voucherId = value('voucherId')
  return (
    <>
      <div className="form-grid">
        {kind === 'books' && (
          <>
            <VoucherPick
              label={t('cooperation.fields.voucherId')}
              hint={t('cooperation.gift.voucherHint')}
              id={voucherId.value}
              known={known.voucher}
              giftId={giftId}
              onChange={voucherId.onChange}
              error={voucherId.error}
            />
            {voucherId.value === null && (
              <NumberField {...value('copies')} label={t('cooperation.fields.copies')} />
            )}
          </>
        )}
        <ProjectPick
          label={t('cooperation.fields.projectId')}
          id={value('projectId').value}
          known={known.project}
          onChange={value('projectId').onChange}
        />
        <ActivityPick
          label={t('cooperation.fields.activityId')}
          id={value('activityId').value}
          known={known.activity}
          onChange={value('activityId').onChange}
        />
      </div>
      <TextArea
        {...text('note')}
        label={t('cooperation.fields.note')}
        hint={t('cooperation.page.personal')}
        rows={2}
        isWide
      />
    </>
  )
}
