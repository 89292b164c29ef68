import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { isoDateAt } from '../../shared/dates.ts'
import { PopulationFields, type Population } from '../../shared/network/contract.ts'
import { useCommand, usePages } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { RecordDialog } from '../app/RecordDialog.tsx'
import { RegisterPage } from '../app/RegisterPage.tsx'
import type { Column } from '../ui/Table.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { NetworkTabs } from './NetworkTabs.tsx'
import { useListWords } from './use-list-words.ts'

const nameOf = ({ year }: Population) => String(year)

/** How many people the territory had in which year, by whose word. */
export function PopulationListPage() {
  const can = useCan()
  const list = usePages('network.populations', {})
  const remove = useCommand('network.removePopulation')
  const add = useCommand('network.addPopulation')
  return (
    <RegisterPage
      name="populations"
      icon="people"
      words={useListWords('populations', nameOf)}
      list={list}
      columns={useColumns()}
      isNarrowed={false}
      mayWrite={can('network.write')}
      tabs={<NetworkTabs />}
      filters={null}
      dialog={(population, onClose) => (
        <PopulationDialog key={population?.id} population={population} onClose={onClose} />
      )}
      removal={remove}
      onRemove={async (population) => {
        const answer = await remove.run({ id: population.id, rev: population.rev })
        return answer.ok ? () => add.run(PopulationFields.parse(population)) : null
      }}
    />
  )
}

type DialogProps = { population: Population | null; onClose: () => void }

function PopulationDialog({ population, onClose }: DialogProps) {
  const { t } = useTranslation()
  const add = useCommand('network.addPopulation')
  const update = useCommand('network.updatePopulation')
  const lastYear = Number(isoDateAt(Date.now()).slice(0, 4)) - 1
  return (
    <RecordDialog
      title={t(population ? 'network.lists.populations.edit' : 'network.lists.populations.add')}
      formKey={`network.populations/${population?.id ?? 'new'}`}
      schema={PopulationFields}
      start={
        population
          ? PopulationFields.parse(population)
          : { year: lastYear, people: null, source: '', note: '' }
      }
      fields={[
        { kind: 'number', name: 'year', label: t('network.fields.year'), isRequired: true, isGrouped: false },
        { kind: 'number', name: 'people', label: t('network.fields.people'), isRequired: true },
        {
          kind: 'text',
          name: 'source',
          label: t('network.fields.populationSource'),
          isRequired: true,
          isWide: true,
        },
        { kind: 'area', name: 'note', label: t('network.fields.note') },
      ]}
      save={(values) =>
        population ? update.run({ ...values, id: population.id, rev: population.rev }) : add.run(values)
      }
      command={population ? update : add}
      fieldByCode={{ year_twice: 'year' }}
      onClose={onClose}
    />
  )
}

function useColumns(): Column<Population>[] {
  const { t } = useTranslation()
  const number = useNumberText()
  return useMemo(
    () => [
      { key: 'year', label: t('network.fields.year'), widthPx: 90, cell: nameOf },
      {
        key: 'people',
        label: t('network.fields.people'),
        widthPx: 150,
        align: 'end',
        cell: ({ people }) => number(people),
      },
      {
        key: 'source',
        label: t('network.fields.populationSource'),
        widthPx: 360,
        grows: true,
        cell: ({ source }) => source,
      },
      { key: 'note', label: t('network.fields.note'), widthPx: 300, grows: true, cell: ({ note }) => note },
    ],
    [t, number],
  )
}
