import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { displayDate } from '../../shared/dates.ts'
import { MemberFields, type Assessment, type Member } from '../../shared/staff/contract.ts'
import { keptAddress } from '../app/kept.ts'
import { useCommand, useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { HistoryPart } from '../journal/index.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PropertyList } from '../ui/PropertyList.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { AssessDialog } from './AssessDialog.tsx'
import { MemberDialog } from './MemberDialog.tsx'
import { useSkillLevels } from './use-skill-levels.ts'

/** One person: posts and qualifications over time, courses, and levels of digital skill. */
export function MemberPage() {
  const { t } = useTranslation()
  const id = Number(useParams().id)
  const { value: member, failure } = useQuery('staff.member', { id })
  const back = { to: keptAddress('/staff'), label: t('staff.people.title') }
  if (!member)
    return (
      <div className="page">
        <PageHeader title={t('staff.menu.member')} back={back} />
        <Failure of={failure} />
      </div>
    )
  return (
    <div className="page">
      <PageHeader title={member.name} hint={t('staff.member.private')} back={back} />
      <Acts member={member} />
      <section className="card">
        <h2>{t('staff.form.postings')}</h2>
        <Postings member={member} />
      </section>
      <section className="card">
        <h2>{t('staff.member.skills')}</h2>
        <Skills member={member} />
      </section>
      <section className="card">
        <h2>{t('staff.member.courses')}</h2>
        <Courses member={member} />
      </section>
      <HistoryPart of={{ tableName: 'staffMember', rowId: id }} />
    </div>
  )
}

function Acts({ member }: { member: Member }) {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const toast = useToast()
  const remove = useCommand('staff.removeMember')
  const add = useCommand('staff.addMember')
  // A draft leads here with the form open.
  const isDraft = useSearchParams()[0].has('edit')
  const [open, setOpen] = useState<'edit' | 'assess' | null>(isDraft ? 'edit' : null)
  if (!can('staff.write')) return null
  async function drop() {
    const { id, rev, name } = member
    const answer = await remove.run({ id, rev })
    if (!answer.ok) return
    const postings = member.postings.map((posting) => ({ ...posting, id: null }))
    const assessments = member.assessments.map(({ on, level, manner }) => ({ on, level, manner }))
    const onUndo = async () => {
      const back = await add.run({ ...MemberFields.parse(member), postings, assessments })
      if (back.ok) void navigate(`/staff/${back.value.id}`)
    }
    toast({ text: t('staff.people.removed', { name }), onUndo })
    void navigate(keptAddress('/staff'), { replace: true })
  }
  return (
    <>
      <div className="row no-print">
        <Button kind="primary" icon="edit" onClick={() => setOpen('edit')}>
          {t('staff.member.change')}
        </Button>
        <Button icon="check" onClick={() => setOpen('assess')}>
          {t('staff.assess.open')}
        </Button>
        <Button kind="quiet" icon="remove" disabled={remove.isRunning} onClick={() => void drop()}>
          {t('staff.member.remove')}
        </Button>
      </div>
      <Failure of={remove.failure ?? add.failure} />
      {open === 'edit' && <MemberDialog member={member} onClose={() => setOpen(null)} />}
      {open === 'assess' && <AssessDialog member={member} onClose={() => setOpen(null)} />}
    </>
  )
}

function Postings({ member }: { member: Member }) {
  const { t } = useTranslation()
  const sites = useQuery('copies.sites', {}).value ?? []
  const siteName = (id: number | null) => sites.find((site) => site.id === id)?.name ?? ''
  return (
    <>
      <PropertyList
        properties={[
          { key: 'startsOn', label: t('staff.fields.startsOn'), value: displayDate(member.startsOn) },
          {
            key: 'endsOn',
            label: t('staff.fields.endsOn'),
            value: member.endsOn === null ? t('staff.member.stillHere') : displayDate(member.endsOn),
          },
          ...(member.note === ''
            ? []
            : [{ key: 'note', label: t('staff.fields.note'), value: member.note, isWide: true }]),
        ]}
      />
      <ol className="life">
        {member.postings.toReversed().map((posting) => (
          <li key={posting.id}>
            <time>{displayDate(posting.fromOn)}</time>
            <span>
              <strong>{posting.post || t('staff.member.noPost')}</strong>
              {`. ${[
                t(`staff.qualifications.${posting.qualification}`),
                t(`staff.specialities.${posting.speciality}`),
                t(`staff.contracts.${posting.contract}`),
                t(`staff.workloads.${posting.workload}`),
                siteName(posting.siteId),
              ]
                .filter((part) => part !== '')
                .join(' · ')}`}
            </span>
          </li>
        ))}
      </ol>
    </>
  )
}

function Skills({ member }: { member: Member }) {
  const { t } = useTranslation()
  const can = useCan()
  const toast = useToast()
  const { nameOf } = useSkillLevels()
  const remove = useCommand('staff.removeAssessment')
  const assess = useCommand('staff.assess')
  if (member.assessments.length === 0) return <p className="soft">{t('staff.member.noSkills')}</p>
  async function drop({ id, ...said }: Assessment) {
    const answer = await remove.run({ id })
    if (answer.ok)
      toast({
        text: t('staff.assess.removed', { on: displayDate(said.on) }),
        onUndo: async () => void (await assess.run({ ...said, memberId: member.id })),
      })
  }
  return (
    <>
      <Failure of={remove.failure} />
      <ol className="life">
        {member.assessments.map((said) => (
          <li key={said.id}>
            <time>{displayDate(said.on)}</time>
            <span>
              <strong>{nameOf(said.level)}</strong> {`(${t(`staff.manners.${said.manner}`)})`}
            </span>
            {can('staff.write') && (
              <IconButton
                icon="remove"
                label={t('staff.assess.remove', { on: displayDate(said.on) })}
                onClick={() => void drop(said)}
              />
            )}
          </li>
        ))}
      </ol>
    </>
  )
}

function Courses({ member }: { member: Member }) {
  const { t } = useTranslation()
  const number = useNumberText()
  if (member.courses.length === 0) return <p className="soft">{t('staff.member.noCourses')}</p>
  return (
    <ol className="life">
      {member.courses.map(({ courseId, name, on, hours, certificate }) => (
        <li key={courseId}>
          <time>{on === null ? '' : displayDate(on)}</time>
          <span>
            <strong>{name}</strong>
            {hours !== null && `. ${t('staff.member.hours', { hours: number(hours) })}`}
            {certificate !== '' && `. ${t('staff.member.certificate', { certificate })}`}
          </span>
        </li>
      ))}
    </ol>
  )
}
