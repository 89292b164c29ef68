import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { displayDate } from '../../shared/dates.ts'
import { documentOrigins, policyStages, type PolicyDocument } from '../../shared/plans/contract.ts'
import { AsOfBar } from '../app/AsOfBar.tsx'
import { ListExport } from '../app/ListExport.tsx'
import { useCommand, useJob, usePages } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { RegisterPage } from '../app/RegisterPage.tsx'
import { useAsOf } from '../app/use-as-of.ts'
import { useSearchText } from '../app/use-search-text.ts'
import { Chip } from '../ui/Chip.tsx'
import { InlineSelect } from '../ui/InlineSelect.tsx'
import type { Column } from '../ui/Table.tsx'
import { DocumentDialog } from './DocumentDialog.tsx'
import { PlansTabs } from './PlansTabs.tsx'
import { useListWords } from './use-list-words.ts'

const nameOf = ({ name }: PolicyDocument) => name

/** Policy documents with the stage each has reached, and those that reports rest on. */
export function DocumentListPage() {
  const { t } = useTranslation()
  const can = useCan()
  const asOf = useAsOf()
  const [text, setText] = useSearchText()
  const { on, search, narrow } = asOf
  const origin = documentOrigins.find((each) => each === search.get('origin')) ?? null
  const stage = policyStages.find((each) => each === search.get('stage')) ?? null
  const filters = { text, on, origin, stage }
  const list = usePages('plans.documents', filters)
  const remove = useCommand('plans.removeDocument')
  const restore = useCommand('plans.restoreDocument')
  const run = useJob('plans.exportList')
  return (
    <RegisterPage
      name="documents"
      icon="file"
      words={useListWords('documents', nameOf)}
      list={list}
      columns={useColumns()}
      isNarrowed={text !== '' || origin !== null || stage !== null || !asOf.isToday}
      mayWrite={can('plans.write')}
      tabs={<PlansTabs />}
      tools={
        <ListExport
          run={run}
          onStart={(format) => void run.start({ choice: { list: 'documents', filters }, format })}
        />
      }
      filters={
        <AsOfBar asOf={asOf} searchLabel={t('plans.lists.documents.search')} text={text} onText={setText}>
          <InlineSelect
            label={t('plans.fields.origin')}
            emptyLabel={t('plans.list.anyOrigin')}
            value={origin ?? ''}
            options={documentOrigins.map((each) => ({ value: each, label: t(`plans.origins.${each}`) }))}
            onChange={(value) => narrow({ origin: value })}
          />
          <InlineSelect
            label={t('plans.fields.stage')}
            emptyLabel={t('plans.list.anyStage')}
            value={stage ?? ''}
            options={policyStages.map((each) => ({ value: each, label: t(`plans.stages.${each}`) }))}
            onChange={(value) => narrow({ stage: value })}
          />
        </AsOfBar>
      }
      dialog={(document, onClose) => (
        <DocumentDialog key={document?.id} document={document} onClose={onClose} />
      )}
      removal={remove}
      onRemove={async ({ id, rev }) => {
        const answer = await remove.run({ id, rev })
        return answer.ok ? () => restore.run({ id }) : null
      }}
    />
  )
}

function useColumns(): Column<PolicyDocument>[] {
  const { t } = useTranslation()
  return useMemo(
    () => [
      {
        key: 'name',
        label: t('plans.fields.documentName'),
        widthPx: 280,
        grows: true,
        cell: ({ name }) => <span title={name}>{name}</span>,
      },
      { key: 'number', label: t('plans.fields.number'), widthPx: 150, cell: ({ number }) => number },
      {
        key: 'issuedOn',
        label: t('plans.fields.issuedOn'),
        widthPx: 128,
        cell: ({ issuedOn }) => issuedOn && displayDate(issuedOn),
      },
      {
        key: 'issuer',
        label: t('plans.fields.issuer'),
        widthPx: 200,
        cell: ({ issuer }) => <span title={issuer}>{issuer}</span>,
      },
      {
        key: 'kind',
        label: t('plans.fields.kind'),
        widthPx: 110,
        cell: ({ kind }) => t(`plans.documentKinds.${kind}`),
      },
      {
        key: 'reached',
        label: t('plans.fields.reached'),
        widthPx: 210,
        cell: ({ reached, reachedOn, quotedAs }) => {
          if (reached && reachedOn) return `${t(`plans.stages.${reached}`)}, ${displayDate(reachedOn)}`
          return quotedAs === '' ? '' : <Chip icon="attach">{t('plans.list.quoted')}</Chip>
        },
      },
    ],
    [t],
  )
}
