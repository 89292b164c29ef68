import { useMemo } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { isoDateAt } from '../../shared/dates.ts'
import { answers } from '../../shared/network/contract.ts'
import { DraftNotice } from '../app/DraftNotice.tsx'
import { ListExport } from '../app/ListExport.tsx'
import type { Output } from '../app/operation-types.ts'
import { useCommand, useJob, useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { useAsOf } from '../app/use-as-of.ts'
import { useDraft } from '../app/use-draft.ts'
import { useSearchText } from '../app/use-search-text.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { EntryGrid, type EntryColumn } from '../ui/EntryGrid.tsx'
import { Failure } from '../ui/Failure.tsx'
import { InlineSelect } from '../ui/InlineSelect.tsx'
import { useShortcut } from '../ui/keys.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PropertyList } from '../ui/PropertyList.tsx'
import { SearchBox } from '../ui/SearchBox.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { NetworkTabs } from './NetworkTabs.tsx'
import { answersOf, rowsWith, typedOver, type Typed } from './survey-typing.ts'

type Survey = Output<'network.survey'>
const yearsBack = 10

/** What the territory's libraries answered for a year: a site with services, reports through the system. */
export function SurveyPage() {
  const { t } = useTranslation()
  const { search, narrow } = useAsOf()
  const [text, setText] = useSearchText()
  const thisYear = Number(isoDateAt(Date.now()).slice(0, 4))
  const years = Array.from({ length: yearsBack }, (_, at) => thisYear - at)
  const year = years.find((each) => String(each) === search.get('year')) ?? thisYear
  const isOpenOnly = search.get('open') === '1'
  const { value, failure } = useQuery('network.survey', { year, text, isOpenOnly }, { keepsPrevious: true })
  const run = useJob('network.exportList')
  return (
    <div className="page filled">
      <PageHeader title={t('network.survey.title', { year })} hint={t('network.survey.hint')}>
        <ListExport
          run={run}
          onStart={(format) => void run.start({ choice: { list: 'survey', filters: { year } }, format })}
        />
        <Button icon="print" onClick={() => window.print()}>
          {t('common.list.print')}
        </Button>
      </PageHeader>
      <NetworkTabs />
      <div className="as-of-bar no-print">
        <SearchBox
          label={t('network.survey.search')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <InlineSelect
          label={t('network.survey.year')}
          value={String(year)}
          options={years.map((each) => ({ value: String(each), label: String(each) }))}
          onChange={(chosen) => narrow({ year: chosen === String(thisYear) ? null : chosen })}
        />
        <label className="check">
          <input
            type="checkbox"
            checked={isOpenOnly}
            onChange={(event) => narrow({ open: event.target.checked ? '1' : null })}
          />
          {t('network.survey.openOnly')}
        </label>
      </div>
      <Failure of={failure} />
      {value && <Shares survey={value} />}
      {value && value.rows.length === 0 && (
        <EmptyState
          icon="pin"
          text={t(text !== '' || isOpenOnly ? 'network.list.nothingFound' : 'network.survey.empty')}
        />
      )}
      {value && value.rows.length > 0 && <AnswerGrid key={year} year={year} survey={value} />}
    </div>
  )
}

function Shares({ survey }: { survey: Survey }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const shareOf = ({ percent, yes, no, unknown }: Survey['website']) =>
    percent === null
      ? t('network.survey.noShare')
      : t('network.survey.share', { percent: number(percent), yes, no, unknown })
  return (
    <PropertyList
      properties={[
        { key: 'website', label: t('network.fields.website'), value: shareOf(survey.website) },
        { key: 'managed', label: t('network.fields.managed'), value: shareOf(survey.managed) },
        {
          key: 'connected',
          label: t('network.fields.connected'),
          value: t('network.survey.connected', { count: survey.connected }),
        },
      ]}
    />
  )
}

function AnswerGrid({ year, survey: { rows } }: { year: number; survey: Survey }) {
  const { t } = useTranslation()
  const can = useCan()
  const toast = useToast()
  const mayWrite = can('network.write')
  const save = useCommand('network.answerSurvey')
  const form = useForm<{ typed: Typed }>({ defaultValues: { typed: {} } })
  const draft = useDraft(`network.survey/${year}`, form)
  const typed = useWatch({ control: form.control, name: 'typed' })
  const shown = useMemo(() => rowsWith(rows, typed), [rows, typed])
  const count = Object.keys(typed).length
  async function submit() {
    if (!mayWrite || count === 0) return
    const answer = await save.run({ year, rows: answersOf(typed) })
    if (!answer.ok) return
    form.reset({ typed: {} })
    await draft.finish()
    toast({ text: t('network.survey.saved', { count: answer.value.answered }) })
  }
  useShortcut('Ctrl+Enter', () => void submit())
  return (
    <>
      <DraftNotice draft={draft} />
      <Failure of={save.failure} />
      <EntryGrid
        label={t('network.survey.title', { year })}
        columns={useColumns(mayWrite)}
        rows={shown}
        onChange={(now) => form.setValue('typed', typedOver(rows, typed, now), { shouldDirty: true })}
        problems={[]}
      />
      {mayWrite && (
        <div className="actions">
          <Button
            kind="primary"
            icon="save"
            shortcut="Ctrl+Enter"
            disabled={count === 0 || save.isRunning}
            onClick={() => void submit()}
          >
            {t('network.survey.save')}
          </Button>
          <Button disabled={count === 0} onClick={() => draft.drop()}>
            {t('common.actions.cancel')}
          </Button>
        </div>
      )}
    </>
  )
}

function useColumns(mayWrite: boolean): EntryColumn[] {
  const { t } = useTranslation()
  return useMemo(() => {
    const options = [
      { value: '', label: t('network.answers.unknown') },
      ...answers.map((each) => ({ value: each, label: t(`network.answers.${each}`) })),
    ]
    const answer = (key: 'website' | 'managed') => ({
      key,
      label: t(`network.fields.${key}`),
      widthPx: 170,
      options,
      isFixed: !mayWrite,
    })
    return [
      { key: 'name', label: t('network.fields.name'), widthPx: 320, grows: true, isFixed: true },
      answer('website'),
      answer('managed'),
      { key: 'source', label: t('network.fields.source'), widthPx: 260, grows: true, isFixed: !mayWrite },
    ]
  }, [t, mayWrite])
}
