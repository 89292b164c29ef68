import type { UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { materials } from '../../shared/catalogue/contract.ts'
import type { StocktakeFields } from '../../shared/stocktake/contract.ts'
import { useQuery } from '../app/operations.ts'
import { bind } from '../ui/Form.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'

type Props = { form: UseFormReturn<StocktakeFields, unknown, StocktakeFields> }

const withCopies = materials.filter((each) => !['digital', 'link', 'article'].includes(each))
const idOf = (text: string) => (text === '' ? null : Number(text))

/** Any combination; a part left empty leaves nothing out. */
export function ScopeFields({ form }: Props) {
  const { t } = useTranslation()
  const sites = useQuery('copies.sites', {}).value ?? []
  const fields = bind(form)
  const site = fields.value('siteId')
  const store = fields.value('storeId')
  const material = fields.value('material')
  const stores = sites.find(({ id }) => id === site.value)?.stores ?? []
  return (
    <>
      <p className="soft">{t('stocktake.form.scopeHint')}</p>
      <div className="form-grid">
        <Select
          label={t('stocktake.fields.siteId')}
          emptyLabel={t('stocktake.form.anySite')}
          options={sites.map(({ id, name }) => ({ value: String(id), label: name }))}
          value={String(site.value ?? '')}
          error={site.error}
          onChange={({ target }) => {
            site.onChange(idOf(target.value))
            store.onChange(null)
          }}
        />
        <Select
          label={t('stocktake.fields.storeId')}
          emptyLabel={t('stocktake.form.anyStore')}
          options={stores.map(({ id, name }) => ({ value: String(id), label: name }))}
          value={String(store.value ?? '')}
          error={store.error}
          disabled={site.value === null}
          onChange={({ target }) => store.onChange(idOf(target.value))}
        />
        <Select
          label={t('stocktake.fields.material')}
          emptyLabel={t('stocktake.form.anyMaterial')}
          options={withCopies.map((code) => ({ value: code, label: t(`catalogue.materials.${code}`) }))}
          value={material.value ?? ''}
          error={material.error}
          onChange={({ target }) =>
            material.onChange(withCopies.find((code) => code === target.value) ?? null)
          }
        />
        <TextField
          {...fields.text('ddc')}
          label={t('stocktake.fields.ddc')}
          hint={t('stocktake.form.ddcHint')}
        />
      </div>
      <div className="form-grid">
        {(['shelfFrom', 'shelfTo', 'callFrom', 'callTo'] as const).map((name) => (
          <TextField
            key={name}
            {...fields.text(name)}
            label={t(`stocktake.fields.${name}`)}
            hint={name === 'callTo' ? t('stocktake.form.callHint') : undefined}
          />
        ))}
      </div>
    </>
  )
}
