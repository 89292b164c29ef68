import { useTranslation } from 'react-i18next'
import { PointFields, pointModels, type Point } from '../../shared/network/contract.ts'
import { RecordDialog } from '../app/RecordDialog.tsx'
import type { FieldSpec } from '../ui/RecordFields.tsx'
import { useFigureGrid, useIdentityGrid } from './point-grids.ts'
import { useLibraryPartners, usePointOptions, useSiteOptions } from './use-network-choices.ts'
import { useSavingPoint } from './use-saving-point.ts'

const blank: PointFields = {
  identities: [],
  figures: [],
  closedOn: null,
  mergedIntoId: null,
  siteId: null,
  partnerId: null,
  model: '',
  body: '',
  contactName: '',
  phone: '',
  email: '',
  address: '',
  note: '',
}

export function PointDialog({ point, onClose }: { point: Point | null; onClose: () => void }) {
  const { t } = useTranslation()
  const { save, command } = useSavingPoint(point)
  return (
    <RecordDialog
      title={t(point ? 'network.lists.points.edit' : 'network.lists.points.add')}
      formKey={`network.points/${point?.id ?? 'new'}`}
      schema={PointFields}
      start={point ? PointFields.parse(point) : blank}
      fields={usePointFields(point)}
      grid={useIdentityGrid()}
      save={save}
      command={command}
      fieldByCode={{
        closes_before_opening: 'closedOn',
        merged_wrongly: 'mergedIntoId',
        partner_not_found: 'partnerId',
        point_has_copies: 'closedOn',
        point_has_shipments: 'closedOn',
        point_has_exchanges: 'closedOn',
        site_not_found: 'siteId',
      }}
      onClose={onClose}
    />
  )
}

/** What it holds, from a day on, and who says so. */
export function FiguresDialog({ point, onClose }: { point: Point; onClose: () => void }) {
  const { t } = useTranslation()
  const { save, command } = useSavingPoint(point)
  return (
    <RecordDialog
      title={`${t('network.point.figures')}: ${point.name}`}
      formKey={`network.figures/${point.id}`}
      schema={PointFields}
      start={PointFields.parse(point)}
      fields={[]}
      grid={useFigureGrid()}
      save={save}
      command={command}
      onClose={onClose}
    />
  )
}

function usePointFields(point: Point | null): FieldSpec[] {
  const { t } = useTranslation()
  const sites = useSiteOptions()
  const partners = useLibraryPartners()
  const points = usePointOptions().filter(({ value }) => value !== String(point?.id))
  const text = (name: 'contactName' | 'phone' | 'email' | 'address' | 'body'): FieldSpec => ({
    kind: 'text',
    name,
    label: t(`network.fields.${name}`),
  })
  return [
    text('body'),
    text('address'),
    text('contactName'),
    text('phone'),
    text('email'),
    {
      kind: 'record',
      name: 'siteId',
      label: t('network.fields.siteId'),
      options: sites,
      emptyLabel: t('network.form.noSite'),
      hint: t('network.form.siteHint'),
    },
    {
      kind: 'record',
      name: 'partnerId',
      label: t('network.fields.partnerId'),
      options: partners,
      emptyLabel: t('network.form.noPartner'),
      hint: t('network.form.partnerHint'),
    },
    {
      kind: 'choice',
      name: 'model',
      label: t('network.fields.model'),
      options: pointModels.map((each) => ({ value: each, label: t(`network.models.${each || 'none'}`) })),
    },
    {
      kind: 'date',
      name: 'closedOn',
      label: t('network.fields.closedOn'),
      hint: t('network.form.closedHint'),
    },
    {
      kind: 'record',
      name: 'mergedIntoId',
      label: t('network.fields.mergedIntoId'),
      options: points,
      emptyLabel: t('network.form.noMerger'),
    },
    { kind: 'area', name: 'note', label: t('network.fields.note') },
  ]
}
