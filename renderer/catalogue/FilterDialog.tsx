import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { Filters, materials, specialClasses } from '../../shared/catalogue/contract.ts'
import { useQuery } from '../app/operations.ts'
import { useTerms } from '../settings/index.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { bind, Form, schemaResolver } from '../ui/Form.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { FilterChoice, type ChoiceOption } from './FilterChoice.tsx'
import { FilterYesNo } from './FilterYesNo.tsx'
import { noFilters } from './search-address.ts'

const textNames = [
  'title',
  'author',
  'subject',
  'publisher',
  'ddc',
  'callNumber',
  'isbn',
  'accessionNumber',
  'barcode',
] as const
const yearNames = ['yearFrom', 'yearTo'] as const
/** Languages libraries here have most of stand in the dialog; any other is reached by the counts beside the list. */
const commonLanguages = ['vie', 'eng', 'fre', 'rus', 'chi', 'jpn', 'kor', 'ger']

type Props = { filters: Filters; onApply: (filters: Filters) => void; onClose: () => void }

/** Everything a list can be narrowed by, at once. */
export function FilterDialog({ filters, onApply, onClose }: Props) {
  const { t } = useTranslation()
  const form = useForm<Filters, unknown, Filters>({
    defaultValues: filters,
    resolver: schemaResolver(Filters),
  })
  const { text, value } = bind(form)
  const choices = useChoices(filters)
  async function apply(values: Filters) {
    onApply(values)
    onClose()
  }
  return (
    <Dialog isWide title={t('catalogue.filters.dialog')} onClose={onClose}>
      <Form form={form} onSubmit={apply} label={t('catalogue.filters.dialog')}>
        <div className="form-grid">
          {textNames.map((name) => (
            <TextField key={name} {...text(name)} label={t(`catalogue.filters.${name}`)} />
          ))}
          {yearNames.map((name) => (
            <NumberField
              key={name}
              {...value(name)}
              label={t(`catalogue.filters.${name}`)}
              isGrouped={false}
              advice={t('catalogue.filters.yearAdvice')}
            />
          ))}
        </div>
        <FilterChoice
          {...value('materials')}
          label={t('catalogue.filters.materials')}
          options={choices.materials}
        />
        <FilterChoice
          {...value('languages')}
          label={t('catalogue.filters.languages')}
          options={choices.languages}
        />
        <FilterChoice
          {...value('classes')}
          label={t('catalogue.filters.classes')}
          options={choices.classes}
        />
        {choices.sites.length > 0 && (
          <FilterChoice
            {...value('siteIds')}
            label={t('catalogue.filters.siteIds')}
            options={choices.sites}
          />
        )}
        <div className="form-grid">
          <FilterYesNo {...value('isDigital')} name="isDigital" />
          <FilterYesNo {...value('hasCopies')} name="hasCopies" />
        </div>
        <div className="actions">
          <Button kind="primary" type="submit" shortcut="Ctrl+Enter">
            {t('catalogue.filters.apply')}
          </Button>
          <Button onClick={() => form.reset(noFilters)}>{t('catalogue.filters.clear')}</Button>
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
        </div>
      </Form>
    </Dialog>
  )
}

function useChoices(filters: Filters) {
  const { t } = useTranslation()
  const terms = useTerms('language')
  const sites = useQuery('copies.sites', {}).value ?? []
  const option = <Value,>(value: Value, label: string): ChoiceOption<Value> => ({ value, label })
  return {
    materials: materials.map((code) => option(code, t(`catalogue.materials.${code}`))),
    classes: specialClasses.map((code) => option(code, t(`catalogue.specialClasses.${code}`))),
    sites: sites.map((site) => option(site.id, site.name)),
    languages: [...new Set([...commonLanguages, ...filters.languages])].flatMap((code) => {
      const term = terms.find((known) => known.value === code)
      return term ? [option(code, term.label)] : []
    }),
  }
}
