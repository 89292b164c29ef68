import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import type { Project } from '../../shared/cooperation/contract.ts'
import { displayDate } from '../../shared/dates.ts'
import { useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { GivenEquipment } from '../facilities/index.ts'
import { Icon } from '../ui/icons.tsx'
import type { Property } from '../ui/PropertyList.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { dayOrNone, LinkList } from './LinkList.tsx'
import { useDongText, useMoneyText } from './money-words.ts'
import { toneOf } from './ProjectListPage.tsx'
import { RecordPage } from './RecordPage.tsx'
import { GiftLines } from './RelatedLists.tsx'
import { StandingChip } from './StandingChip.tsx'

export function ProjectPage() {
  const { t } = useTranslation()
  const can = useCan()
  const id = Number(useParams().id)
  const { value: project, failure } = useQuery('cooperation.project', { id })
  const properties = useProperties(project)
  return (
    <RecordPage
      of="project"
      record={project}
      name={project?.name ?? ''}
      failure={failure}
      properties={properties}
      mark={
        project && (
          <StandingChip word={t(`cooperation.states.${project.state}`)} tone={toneOf[project.state]} />
        )
      }
      acts={
        can('cooperation.write') && (
          <Link className="button" to={`/cooperation/gifts/new?projectId=${id}`}>
            <Icon name="add" />
            {t('cooperation.projects.addGift')}
          </Link>
        )
      }
    >
      {project && (
        <GiftLines
          title={t('cooperation.projects.received')}
          filters={{ projectId: id }}
          more={`/cooperation/gifts?projectId=${id}`}
        />
      )}
      <GivenEquipment filters={{ projectId: id }} />
    </RecordPage>
  )
}

function useProperties(project: Project | undefined): Property[] {
  const { t } = useTranslation()
  const number = useNumberText()
  const money = useMoneyText()
  const dong = useDongText()
  if (!project) return []
  const { received, currency, rate, rateOn } = project
  const count = (value: number | null) => (value === null ? null : number(value))
  const value =
    currency === 'VND' || project.amountMinor === null
      ? money(project)
      : `${money(project)} = ${dong(project)}${rate === null ? '' : ` (${number(rate)}, ${dayOrNone(rateOn) ?? ''})`}`
  return [
    { key: 'role', label: t('cooperation.fields.role'), value: t(`cooperation.roles.${project.role}`) },
    {
      key: 'partners',
      label: t('cooperation.fields.partners'),
      value:
        project.partners.length === 0 ? null : (
          <LinkList records={project.partners} to={(id) => `/cooperation/partners/${id}`} />
        ),
    },
    { key: 'startsOn', label: t('cooperation.fields.startsOn'), value: displayDate(project.startsOn) },
    { key: 'country', label: t('cooperation.fields.country'), value: project.country },
    { key: 'endsOn', label: t('cooperation.fields.endsOn'), value: dayOrNone(project.endsOn) },
    { key: 'endedOn', label: t('cooperation.fields.endedOn'), value: dayOrNone(project.endedOn) },
    { key: 'value', label: t('cooperation.fields.amount'), value },
    {
      key: 'received',
      label: t('cooperation.fields.received'),
      value:
        received.gifts === 0
          ? null
          : t('cooperation.projects.receivedText', {
              gifts: number(received.gifts),
              value: number(received.valueVnd),
              copies: number(received.copies),
              equipment: number(received.equipment),
            }),
    },
    { key: 'sent', label: t('cooperation.fields.peopleSent'), value: count(project.peopleSent) },
    { key: 'came', label: t('cooperation.fields.peopleReceived'), value: count(project.peopleReceived) },
    {
      key: 'activities',
      label: t('cooperation.fields.activities'),
      value:
        project.activities.length === 0 ? null : (
          <LinkList records={project.activities} to={(id) => `/activities/${id}`} />
        ),
      isWide: true,
    },
    {
      key: 'beneficiaries',
      label: t('cooperation.fields.beneficiaries'),
      value: project.beneficiaries,
      isWide: true,
    },
    { key: 'result', label: t('cooperation.fields.result'), value: project.result, isWide: true },
    { key: 'note', label: t('cooperation.fields.note'), value: project.note, isWide: true },
  ]
}
