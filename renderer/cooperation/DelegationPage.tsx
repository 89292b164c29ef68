import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import type { Delegation } from '../../shared/cooperation/contract.ts'
import { displayDate } from '../../shared/dates.ts'
import { useQuery } from '../app/operations.ts'
import { Notice } from '../ui/Notice.tsx'
import type { Property } from '../ui/PropertyList.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { LinkList } from './LinkList.tsx'
import { RecordPage } from './RecordPage.tsx'

export function DelegationPage() {
  const { t } = useTranslation()
  const id = Number(useParams().id)
  const { value: delegation, failure } = useQuery('cooperation.delegation', { id })
  return (
    <RecordPage
      of="delegation"
      record={delegation}
      name={delegation?.programme ?? ''}
      failure={failure}
      properties={useProperties(delegation)}
    >
      {delegation?.activity && <Notice text={t('cooperation.delegations.counted')} />}
    </RecordPage>
  )
}

function useProperties(delegation: Delegation | undefined): Property[] {
  const { t } = useTranslation()
  const number = useNumberText()
  if (!delegation) return []
  const { leaders, librarians, others, headcount, partner, project, activity } = delegation
  const parts = [
    [leaders, t('cooperation.fields.leaders')],
    [librarians, t('cooperation.fields.librarians')],
    [others, t('cooperation.fields.others')],
  ] as const
  const told = parts.filter(([count]) => count > 0).map(([count, word]) => `${word}: ${number(count)}`)
  return [
    {
      key: 'direction',
      label: t('cooperation.fields.direction'),
      value: t(`cooperation.directions.${delegation.direction}`),
    },
    { key: 'country', label: t('cooperation.fields.country'), value: delegation.country },
    { key: 'startsOn', label: t('cooperation.fields.startsOn'), value: displayDate(delegation.startsOn) },
    { key: 'endsOn', label: t('cooperation.fields.endsOn'), value: displayDate(delegation.endsOn) },
    {
      key: 'headcount',
      label: t('cooperation.fields.headcount'),
      value: `${number(headcount)} (${told.join('; ')})`,
    },
    {
      key: 'partner',
      label: t('cooperation.fields.partnerId'),
      value: partner && <LinkList records={[partner]} to={(id) => `/cooperation/partners/${id}`} />,
    },
    {
      key: 'project',
      label: t('cooperation.fields.projectId'),
      value: project && <LinkList records={[project]} to={(id) => `/cooperation/projects/${id}`} />,
    },
    {
      key: 'activity',
      label: t('cooperation.fields.activityId'),
      value: activity && <LinkList records={[activity]} to={(id) => `/activities/${id}`} />,
    },
    { key: 'funding', label: t('cooperation.fields.funding'), value: delegation.funding },
    { key: 'people', label: t('cooperation.fields.people'), value: delegation.people, isWide: true },
    { key: 'result', label: t('cooperation.fields.result'), value: delegation.result, isWide: true },
  ]
}
