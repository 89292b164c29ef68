import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { displayDate } from '../../shared/dates.ts'
import type { Agreement } from '../../shared/cooperation/contract.ts'
import { useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Icon } from '../ui/icons.tsx'
import type { Property } from '../ui/PropertyList.tsx'
import { AgreementFiles } from './AgreementFiles.tsx'
import { agreementTone } from './AgreementListPage.tsx'
import { dayOrNone, LinkList } from './LinkList.tsx'
import { RecordPage } from './RecordPage.tsx'
import { StandingChip } from './StandingChip.tsx'

export function AgreementPage() {
  const { t } = useTranslation()
  const can = useCan()
  const id = Number(useParams().id)
  const { value: agreement, failure } = useQuery('cooperation.agreement', { id })
  return (
    <RecordPage
      of="agreement"
      record={agreement}
      name={agreement?.name ?? ''}
      failure={failure}
      properties={useProperties(agreement)}
      mark={
        agreement && (
          <StandingChip
            word={t(`cooperation.standings.${agreement.standing}`)}
            tone={agreementTone[agreement.standing]}
          />
        )
      }
      acts={
        can('cooperation.write') &&
        agreement?.renewedBy === null && (
          <Link className="button" to={`/cooperation/agreements/new?renewsId=${id}`}>
            <Icon name="history" />
            {t('cooperation.agreements.renew')}
          </Link>
        )
      }
    >
      {agreement && <AgreementFiles agreementId={id} />}
    </RecordPage>
  )
}

function useProperties(agreement: Agreement | undefined): Property[] {
  const { t } = useTranslation()
  if (!agreement) return []
  const to = (other: number) => `/cooperation/agreements/${other}`
  const { daysLeft, standing } = agreement
  const end = dayOrNone(agreement.endsOn) ?? t('cooperation.agreements.noTerm')
  return [
    { key: 'number', label: t('cooperation.fields.number'), value: agreement.number },
    {
      key: 'kind',
      label: t('cooperation.fields.kind'),
      value: t(`cooperation.agreementKinds.${agreement.kind}`),
    },
    {
      key: 'partners',
      label: t('cooperation.fields.partners'),
      value: <LinkList records={agreement.partners} to={(other) => `/cooperation/partners/${other}`} />,
    },
    { key: 'signedOn', label: t('cooperation.fields.signedOn'), value: dayOrNone(agreement.signedOn) },
    { key: 'startsOn', label: t('cooperation.fields.startsOn'), value: displayDate(agreement.startsOn) },
    {
      key: 'endsOn',
      label: t('cooperation.fields.endsOn'),
      value:
        standing === 'expiring' && daysLeft !== null
          ? `${end} (${t('cooperation.agreements.daysLeft', { count: daysLeft })})`
          : end,
    },
    { key: 'endedOn', label: t('cooperation.fields.endedOn'), value: dayOrNone(agreement.endedOn) },
    {
      key: 'renews',
      label: t('cooperation.fields.renewsId'),
      value: agreement.renews && <LinkList records={[agreement.renews]} to={to} />,
    },
    {
      key: 'renewedBy',
      label: t('cooperation.fields.renewedBy'),
      value: agreement.renewedBy && <LinkList records={[agreement.renewedBy]} to={to} />,
    },
    { key: 'note', label: t('cooperation.fields.note'), value: agreement.note, isWide: true },
  ]
}
