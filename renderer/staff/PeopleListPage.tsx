import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import {
  memberStates,
  qualifications,
  type MemberRow,
  type PeopleFilters,
} from '../../shared/staff/contract.ts'
import { AsOfBar } from '../app/AsOfBar.tsx'
import { ListExport } from '../app/ListExport.tsx'
import { useJob, usePages } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { RegisterPage } from '../app/RegisterPage.tsx'
import { useAsOf } from '../app/use-as-of.ts'
import { useSearchText } from '../app/use-search-text.ts'
import { Button } from '../ui/Button.tsx'
import { InlineSelect } from '../ui/InlineSelect.tsx'
import type { Column } from '../ui/Table.tsx'
import { timeSpan } from '../ui/time-span.ts'
import { MemberDialog } from './MemberDialog.tsx'
import { SkillScaleDialog } from './SkillScaleDialog.tsx'
import { StaffSummary } from './StaffSummary.tsx'
import { StaffTabs } from './StaffTabs.tsx'
import { useSkillLevels } from './use-skill-levels.ts'

/** Those who work here as of a day, by the given name. */
export function PeopleListPage() {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const asOf = useAsOf()
  const [text, setText] = useSearchText()
  const [isScale, setScale] = useState(false)
  const filters = useFilters(asOf, text)
  const list = usePages('staff.people', filters)
  const run = useJob('staff.exportPeople')
  const { narrow } = asOf
  const isNarrowed =
    text !== '' || filters.qualification !== null || filters.siteId !== null || filters.state !== 'present'
  return (
    <RegisterPage
      name="staff"
      icon="badge"
      words={{
        title: t('staff.people.title'),
        hint: t('staff.people.hint'),
        empty: t('staff.people.empty'),
        nothingFound: t('staff.people.nothingFound'),
        add: t('staff.people.add'),
        removed: ({ name }: MemberRow) => t('staff.people.removed', { name }),
      }}
      list={list}
      columns={useColumns()}
      isNarrowed={isNarrowed || !asOf.isToday}
      mayWrite={can('staff.write')}
      tabs={<StaffTabs />}
      tools={
        <>
          <ListExport run={run} onStart={(format) => void run.start({ filters, format })} />
          {can('staff.write') && (
            <Button icon="settings" onClick={() => setScale(true)}>
              {t('staff.scale.open')}
            </Button>
          )}
        </>
      }
      filters={
        <AsOfBar asOf={asOf} searchLabel={t('staff.people.search')} text={text} onText={setText} hasSites>
          <InlineSelect
            label={t('staff.fields.state')}
            value={filters.state}
            options={memberStates.map((each) => ({ value: each, label: t(`staff.memberStates.${each}`) }))}
            onChange={(state) => narrow({ state: state === 'present' ? null : state })}
          />
          <InlineSelect
            label={t('staff.fields.qualification')}
            emptyLabel={t('staff.people.anyQualification')}
            value={filters.qualification ?? ''}
            options={qualifications.map((each) => ({
              value: each,
              label: t(`staff.qualifications.${each}`),
            }))}
            onChange={(qualification) => narrow({ qualification })}
          />
        </AsOfBar>
      }
      dialog={(_, onClose) => <MemberDialog member={null} onClose={onClose} />}
      onOpen={({ id }) => void navigate(`/staff/${id}`)}
    >
      <StaffSummary on={asOf.on} />
      {isScale && <SkillScaleDialog onClose={() => setScale(false)} />}
    </RegisterPage>
  )
}

function useFilters({ search, on, siteId }: ReturnType<typeof useAsOf>, text: string): PeopleFilters {
  return {
    text,
    on,
    siteId,
    state: memberStates.find((each) => each === search.get('state')) ?? 'present',
    qualification: qualifications.find((each) => each === search.get('qualification')) ?? null,
  }
}

function useColumns(): Column<MemberRow>[] {
  const { t } = useTranslation()
  const levelName = useSkillLevels().nameOf
  return useMemo(
    () => [
      { key: 'name', label: t('staff.fields.name'), widthPx: 162, grows: true, cell: ({ name }) => name },
      { key: 'post', label: t('staff.fields.post'), widthPx: 130, grows: true, cell: ({ post }) => post },
      {
        key: 'qualification',
        label: t('staff.fields.qualification'),
        widthPx: 92,
        cell: ({ qualification }) => t(`staff.qualifications.${qualification}`),
      },
      {
        key: 'speciality',
        label: t('staff.fields.speciality'),
        widthPx: 126,
        cell: ({ speciality }) => t(`staff.specialities.${speciality}`),
      },
      {
        key: 'contract',
        label: t('staff.fields.contract'),
        widthPx: 92,
        cell: ({ contract, workload }) =>
          workload === 'full'
            ? t(`staff.contracts.${contract}`)
            : t('staff.people.partTime', { contract: t(`staff.contracts.${contract}`) }),
      },
      {
        key: 'site',
        label: t('staff.fields.siteId'),
        widthPx: 110,
        grows: true,
        cell: (row) => row.siteName,
      },
      {
        key: 'level',
        label: t('staff.fields.level'),
        widthPx: 104,
        cell: ({ level }) => (level === null ? '' : levelName(level)),
      },
      {
        key: 'courses',
        label: t('staff.fields.digitalCourses'),
        widthPx: 130,
        align: 'end',
        cell: ({ digitalCourses }) => digitalCourses,
      },
      {
        key: 'time',
        label: t('staff.people.time'),
        widthPx: 168,
        cell: ({ startsOn, endsOn }) => timeSpan(t, startsOn, endsOn),
      },
    ],
    [t, levelName],
  )
}
