import { useTranslation } from 'react-i18next'
import { isoDateAt } from '../../shared/dates.ts'
import { directions, ExchangeFields, exchangeKinds, type Exchange } from '../../shared/network/contract.ts'
import { useCommand } from '../app/operations.ts'
import { RecordDialog } from '../app/RecordDialog.tsx'
import type { FieldSpec } from '../ui/RecordFields.tsx'
import { useAgreementOptions, useLibraryPartners, usePointOptions } from './use-network-choices.ts'

const blank: Omit<ExchangeFields, 'askedOn'> = {
  direction: 'in',
  kind: 'loan',
  what: '',
  documents: 1,
  partnerId: null,
  pointId: null,
  agreementId: null,
  sentOn: null,
  dueOn: null,
  returnedOn: null,
  refusedOn: null,
  cost: null,
  note: '',
}

export function ExchangeDialog({ exchange, onClose }: { exchange: Exchange | null; onClose: () => void }) {
  const { t } = useTranslation()
  const add = useCommand('network.addExchange')
  const update = useCommand('network.updateExchange')
  return (
    <RecordDialog
      title={t(exchange ? 'network.lists.exchanges.edit' : 'network.lists.exchanges.add')}
      formKey={`network.exchanges/${exchange?.id ?? 'new'}`}
      schema={ExchangeFields}
      start={exchange ? ExchangeFields.parse(exchange) : { ...blank, askedOn: isoDateAt(Date.now()) }}
      fields={useExchangeFields(exchange)}
      save={(values) =>
        exchange ? update.run({ ...values, id: exchange.id, rev: exchange.rev }) : add.run(values)
      }
      command={exchange ? update : add}
      fieldByCode={{
        agreement_of_others: 'agreementId',
        other_not_there: 'askedOn',
        only_loans_return: 'kind',
        one_side_only: 'partnerId',
      }}
      onClose={onClose}
    />
  )
}

function useExchangeFields(exchange: Exchange | null): FieldSpec[] {
  const { t } = useTranslation()
  const partners = useLibraryPartners()
  const points = usePointOptions(exchange?.askedOn)
  const agreements = useAgreementOptions()
  const day = (name: 'sentOn' | 'returnedOn' | 'refusedOn'): FieldSpec => ({
    kind: 'date',
    name,
    label: t(`network.fields.${name}`),
  })
  return [
    {
      kind: 'choice',
      name: 'direction',
      label: t('network.fields.direction'),
      options: directions.map((each) => ({ value: each, label: t(`network.directions.${each}`) })),
    },
    {
      kind: 'choice',
      name: 'kind',
      label: t('network.fields.exchangeKind'),
      options: exchangeKinds.map((each) => ({ value: each, label: t(`network.exchangeKinds.${each}`) })),
    },
    { kind: 'text', name: 'what', label: t('network.fields.what'), isRequired: true, isWide: true },
    { kind: 'number', name: 'documents', label: t('network.fields.documents'), isRequired: true },
    {
      kind: 'record',
      name: 'partnerId',
      label: t('network.fields.partnerId'),
      options: partners,
      emptyLabel: t('network.form.noPoint'),
      hint: t('network.form.withHint'),
    },
    {
      kind: 'record',
      name: 'pointId',
      label: t('network.fields.pointId'),
      options: points,
      emptyLabel: t('network.form.noPoint'),
    },
    {
      kind: 'record',
      name: 'agreementId',
      label: t('network.fields.agreementId'),
      options: agreements,
      emptyLabel: t('network.form.noAgreement'),
    },
    { kind: 'date', name: 'askedOn', label: t('network.fields.askedOn'), isRequired: true },
    day('sentOn'),
    { kind: 'date', name: 'dueOn', label: t('network.fields.dueOn'), hint: t('network.form.dueHint') },
    day('returnedOn'),
    day('refusedOn'),
    { kind: 'number', name: 'cost', label: t('network.fields.cost') },
    { kind: 'area', name: 'note', label: t('network.fields.note') },
  ]
}
