import { useTranslation } from 'react-i18next'
import { SupportFields, type Support } from '../../shared/network/contract.ts'
import { useCommand } from '../app/operations.ts'
import { RecordDialog } from '../app/RecordDialog.tsx'
import type { FieldSpec } from '../ui/RecordFields.tsx'
import { usePointOptions } from './use-network-choices.ts'

type Props = { activityId: number; on?: string; support: Support | null; onClose: () => void }

/** A point that an activity supported, what was found there, and what follows. */
export function SupportDialog({ activityId, support, on = support?.on, onClose }: Props) {
  const { t } = useTranslation()
  const add = useCommand('network.addSupport')
  const update = useCommand('network.updateSupport')
  const points = usePointOptions(on)
  const fields: FieldSpec[] = [
    {
      kind: 'record',
      name: 'pointId',
      label: t('network.fields.pointId'),
      options: points,
      emptyLabel: t('network.form.choosePoint'),
      isRequired: true,
    },
    { kind: 'area', name: 'findings', label: t('network.fields.findings') },
    { kind: 'area', name: 'followUp', label: t('network.fields.followUp') },
    { kind: 'date', name: 'followUpBy', label: t('network.fields.followUpBy') },
    { kind: 'date', name: 'followedUpOn', label: t('network.fields.followedUpOn') },
  ]
  return (
    <RecordDialog
      title={t(support ? 'network.support.edit' : 'network.support.add')}
      formKey={`network.supports/${activityId}/${support?.id ?? 'new'}`}
      schema={SupportFields}
      start={
        support
          ? SupportFields.parse(support)
          : { pointId: null, findings: '', followUp: '', followUpBy: null, followedUpOn: null }
      }
      fields={fields}
      save={(values) =>
        support
          ? update.run({ ...values, id: support.id, rev: support.rev })
          : add.run({ ...values, activityId })
      }
      command={support ? update : add}
      fieldByCode={{
        follow_up_unsaid: 'followUp',
        followed_up_too_early: 'followedUpOn',
        point_not_there: 'pointId',
        support_twice: 'pointId',
      }}
      onClose={onClose}
    />
  )
}
